package org.entente.catalog.masking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.catalog.masking.CompiledMask.Target;
import org.entente.catalog.masking.CompiledMask.Treatment;

/** Masks parts of texts: what is recognised in them, words, and spans. */
final class TextMasks {
    private static final String ENDS_SENTENCE = ".!?";

    private final Generalisation generalisation;
    private final Pseudonyms pseudonyms;
    private final Pattern places;

    TextMasks(Places places, Pseudonyms pseudonyms) {
        this.generalisation = new Generalisation(places);
        this.pseudonyms = pseudonyms;
        this.places = words(places.names());
    }

    /** What is left of the text; empty if nothing is. */
    String apply(String text, List<CompiledMask> masks) {
        TextEdits edits = new TextEdits(text);
        masks.forEach(mask -> find(text, mask, edits));
        return edits.apply();
    }

    /** The text with everything of those kinds made coarser; empty if there is nothing of the kind in it. */
    String generalised(String text, Precision to) {
        TextEdits edits = new TextEdits(text);
        Treatment treatment = new Treatment.Generalise(to);
        to.kinds().forEach(kind -> recognise(text, kind, treatment, edits));
        String edited = edits.apply();
        return edited.equals(text) && !isCoarse(text, to) ? "" : edited;
    }

    private boolean isCoarse(String text, Precision to) {
        return generalisation.inText(text, to).filter(text::equals).isPresent();
    }

    private void find(String text, CompiledMask mask, TextEdits edits) {
        Target target = mask.target();
        if (target instanceof Target.Recognised recognised) {
            recognise(text, recognised.recogniser(), mask.treatment(), edits);
        } else if (target instanceof Target.Words words) {
            Matcher matcher = words(words.phrases()).matcher(text);
            while (matcher.find()) {
                int from = words.isWholeSentence() ? start(text, matcher.start()) : matcher.start();
                int to = words.isWholeSentence() ? end(text, matcher.end()) : matcher.end();
                edit(text, from, to, Recogniser.PLACE, mask.treatment(), edits);
            }
        } else if (target instanceof Target.Part part) {
            int length = text.codePointCount(0, text.length());
            int from = text.offsetByCodePoints(0, Math.min(part.from(), length));
            int to = text.offsetByCodePoints(0, Math.min(part.to(), length));
            if (from < to) {
                edit(text, from, to, Recogniser.PLACE, mask.treatment(), edits);
            }
        }
    }

    private void recognise(String text, Recogniser kind, Treatment treatment, TextEdits edits) {
        Pattern pattern = kind.pattern() == null ? places : kind.pattern();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (kind.isReally(matcher.group())) {
                edit(text, matcher.start(), matcher.end(), kind, treatment, edits);
            }
        }
    }

    /** What cannot be made coarser is cut out. */
    private void edit(String text, int from, int to, Recogniser kind, Treatment treatment, TextEdits edits) {
        String found = text.substring(from, to);
        if (treatment instanceof Treatment.Generalise generalise) {
            generalisation
                    .inText(found, generalise.to())
                    .ifPresentOrElse(coarse -> edits.replace(from, to, coarse), () -> edits.cut(from, to));
        } else if (treatment instanceof Treatment.Pseudonym) {
            edits.replace(from, to, pseudonyms.of(kind, found));
        } else if (treatment instanceof Treatment.Replace replace) {
            edits.replace(from, to, replace.with());
        } else {
            edits.cut(from, to);
        }
    }

    /** Whole words, in whatever case; nothing at all where there are none. */
    private static Pattern words(List<String> phrases) {
        String either = String.join(
                "|", phrases.stream().map(String::strip).map(Pattern::quote).toList());
        String form = phrases.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])";
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int start(String text, int at) {
        int from = at;
        while (from > 0 && !endsBefore(text, from)) {
            from--;
        }
        while (from < at && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static boolean endsBefore(String text, int at) {
        char before = text.charAt(at - 1);
        return before == '\n' || ENDS_SENTENCE.indexOf(before) >= 0 && Character.isWhitespace(text.charAt(at));
    }

    private static int end(String text, int at) {
        int to = at;
        while (to < text.length()) {
            char character = text.charAt(to);
            if (character == '\n') {
                return to;
            }
            to++;
            if (ENDS_SENTENCE.indexOf(character) >= 0
                    && (to == text.length() || Character.isWhitespace(text.charAt(to)))) {
                return to;
            }
        }
        return to;
    }
}
