package org.entente.catalog.masking;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mask that means something: what, and how. */
record CompiledMask(Target target, Treatment treatment) {
    private static final int MOST_PHRASES = 500;
    private static final int LONGEST_PHRASE = 200;
    private static final int LONGEST_REPLACEMENT = 20_000;
    private static final int LONGEST_REASON = 500;

    /** What is masked. */
    sealed interface Target {
        record Path(FieldPath path) implements Target {}

        record Recognised(Recogniser recogniser) implements Target {}

        /** @param isWholeSentence whether the sentence around the words is meant */
        record Words(List<String> phrases, boolean isWholeSentence) implements Target {}

        record Part(int from, int to) implements Target {}
    }

    /** How it is masked. */
    sealed interface Treatment {
        record Remove() implements Treatment {}

        record Generalise(Precision to) implements Treatment {}

        record Pseudonym() implements Treatment {}

        record Replace(String with) implements Treatment {}
    }

    /** @throws MaskException naming the member that is to blame */
    static CompiledMask of(Mask mask) {
        if (mask.because() != null && mask.because().length() > LONGEST_REASON) {
            throw new MaskException("/because", "must have at most " + LONGEST_REASON + " characters");
        }
        return new CompiledMask(target(mask), treatment(mask));
    }

    private static Target target(Mask mask) {
        long stated = Stream.of(mask.path(), mask.recognise(), mask.phrases(), mask.span())
                .filter(Objects::nonNull)
                .count();
        if (stated != 1) {
            throw new MaskException("", "must have exactly one of path, recognise, phrases and span");
        }
        if (mask.within() != null && (mask.phrases() == null || !mask.within().equals("sentence"))) {
            throw new MaskException("/within", "is sentence, and for phrases only");
        }
        if (mask.path() != null) {
            return new Target.Path(FieldPath.parse(mask.path(), "/path"));
        }
        if (mask.recognise() != null) {
            return new Target.Recognised(Recogniser.of(mask.recognise()));
        }
        if (mask.phrases() != null) {
            return new Target.Words(phrases(mask.phrases()), mask.within() != null);
        }
        return part(Objects.requireNonNull(mask.span()));
    }

    private static List<String> phrases(List<@Nullable String> phrases) {
        if (phrases.isEmpty() || phrases.size() > MOST_PHRASES) {
            throw new MaskException("/phrases", "must have 1 to " + MOST_PHRASES + " entries");
        }
        for (int index = 0; index < phrases.size(); index++) {
            String phrase = phrases.get(index);
            if (phrase == null || phrase.isBlank() || phrase.length() > LONGEST_PHRASE) {
                throw new MaskException("/phrases/" + index, "must have 1 to " + LONGEST_PHRASE + " characters");
            }
        }
        return List.copyOf(phrases);
    }

    private static Target.Part part(Mask.Span span) {
        if (span.from() < 0 || span.to() <= span.from()) {
            throw new MaskException("/span", "must begin at 0 or later and end after it begins");
        }
        return new Target.Part(span.from(), span.to());
    }

    private static Treatment treatment(Mask mask) {
        String how = Objects.requireNonNullElse(mask.mask(), "");
        requireOnlyFor(mask.to(), "/to", how, "generalise");
        requireOnlyFor(mask.with(), "/with", how, "replace");
        return switch (how) {
            case "remove" -> new Treatment.Remove();
            case "generalise" -> new Treatment.Generalise(Precision.of(mask.to()));
            case "pseudonym" -> new Treatment.Pseudonym();
            case "replace" -> new Treatment.Replace(replacement(mask.with()));
            default -> throw new MaskException("/mask", "must be remove, generalise, pseudonym or replace");
        };
    }

    private static String replacement(@Nullable String with) {
        if (with == null || with.isBlank() || with.length() > LONGEST_REPLACEMENT) {
            throw new MaskException("/with", "must have 1 to " + LONGEST_REPLACEMENT + " characters");
        }
        return with;
    }

    private static void requireOnlyFor(@Nullable String stated, String pointer, String how, String mask) {
        if (stated != null && !how.equals(mask)) {
            throw new MaskException(pointer, "is for " + mask + " only");
        }
    }
}
