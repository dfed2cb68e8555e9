package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What access-service wrote; everything in it may be missing, and what is missing permits nothing. Fields that are
 * not read here, such as the home side's reasons, are passed over.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
record Answer(@Nullable List<@Nullable Evaluation> evaluations) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Evaluation(@Nullable Boolean decision, @Nullable Context context) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Context(
            @Nullable String decisionId,
            @Nullable JsonNode epoch,
            @Nullable View view,
            @Nullable List<JsonNode> obligations,
            @Nullable Explanation explanation,
            @Nullable String validUntil,
            @Nullable List<String> named,
            @Nullable JsonNode error) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record View(@Nullable List<String> portions, @Nullable String tearline) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Explanation(@Nullable JsonNode partner) {}

    /**
     * The decision on the evaluation of that index.
     *
     * @param asked the identifiers of the portions that were asked about
     * @throws UnclearAnswerException unless it is a complete answer to what was asked
     */
    Decision decision(int index, Set<String> asked) {
        return decision(index, new Asked(asked, Set.of()));
    }

    /** What was asked about, by identifiers. */
    record Asked(Set<String> portions, Set<String> tearlines) {
        static Asked of(List<Portion> portions, List<Portion> tearlines) {
            return new Asked(ids(portions), ids(tearlines));
        }

        private static Set<String> ids(List<Portion> portions) {
            return portions.stream().map(Portion::id).collect(Collectors.toSet());
        }
    }

    /** The same, where tearlines were asked about too. */
    Decision decision(int index, Asked asked) {
        Evaluation evaluation = evaluations == null || evaluations.size() <= index ? null : evaluations.get(index);
        if (evaluation == null || evaluation.decision() == null || evaluation.context() == null) {
            throw new UnclearAnswerException("The answer lacks decision " + index + ".");
        }
        Context context = evaluation.context();
        if (context.error() != null && !context.error().isNull()) {
            throw new UnclearAnswerException("Decision " + index + " is an error.");
        }
        if (context.decisionId() == null || context.decisionId().isBlank()) {
            throw new UnclearAnswerException("Decision " + index + " has no identifier.");
        }
        return decision(evaluation.decision(), context, asked);
    }

    private static Decision decision(boolean permitted, Context context, Asked asked) {
        return new Decision(
                permitted,
                Objects.requireNonNull(context.decisionId()),
                Objects.requireNonNullElse(context.epoch(), NullNode.instance),
                permitted ? portions(context.view(), asked) : Set.of(),
                permitted && context.view() != null ? context.view().tearline() : null,
                Objects.requireNonNullElse(context.obligations(), List.of()),
                context.explanation() == null || context.explanation().partner() == null
                        ? JsonNodeFactory.instance.objectNode()
                        : context.explanation().partner(),
                validUntil(context.validUntil()),
                Objects.requireNonNullElse(context.named(), List.of()));
    }

    private static @Nullable Instant validUntil(@Nullable String stated) {
        try {
            return stated == null ? null : Instant.parse(stated);
        } catch (DateTimeParseException notAnInstant) {
            throw new UnclearAnswerException("A decision is valid until no instant.");
        }
    }

    /** What was permitted must be part of what was asked, and a permit must permit something. */
    private static Set<String> portions(@Nullable View view, Asked asked) {
        if (view == null || view.portions() == null || view.portions().isEmpty() && view.tearline() == null) {
            throw new UnclearAnswerException("A permit does not say what it permits.");
        }
        Set<String> portions = new HashSet<>(view.portions());
        if (!asked.portions().containsAll(portions)) {
            throw new UnclearAnswerException("A permit names a portion that was not asked about.");
        }
        if (view.tearline() != null && !asked.tearlines().contains(view.tearline())) {
            throw new UnclearAnswerException("A permit names a tearline that was not asked about.");
        }
        return portions;
    }
}
