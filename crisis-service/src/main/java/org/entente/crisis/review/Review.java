package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.crisis.kept.Filed;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt of an activation.
 *
 * @param deadline until when it should be concluded; after that its plan needs two persons
 * @param overdueTold whether the others were told that it is not
 * @param facts as they were when it was concluded; absent until then
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        UUID activation,
        UUID plan,
        Instant openedAt,
        Instant deadline,
        State state,
        boolean overdueTold,
        List<Finding> findings,
        List<Recommendation> recommendations,
        @Nullable Conclusion conclusion,
        @Nullable Facts facts,
        @Nullable Summary summary)
        implements Filed {

    /**
     * Something that worked, or did not.
     *
     * @param number from 1
     * @param evidence identifiers of events, decisions or escalations; the log has them
     */
    @RegisterForReflection
    public record Finding(
            int number, Verdict verdict, String title, String text, List<String> evidence, String by, Instant at) {}

    /** Whether the process worked. */
    public enum Verdict {
        WORKED,
        FAILED,
        RISK;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What should become of a finding.
     *
     * @param finding the number of the finding
     * @param draft a document in the form of what it is a draft of
     * @param bySubject who drafted it, and therefore does not decide it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recommendation(
            int number,
            int finding,
            Kind kind,
            String title,
            JsonNode draft,
            String by,
            String bySubject,
            Instant at,
            @Nullable Decided decided) {
        Recommendation with(Decided outcome) {
            return new Recommendation(number, finding, kind, title, draft, by, bySubject, at, outcome);
        }
    }

    /**
     * What became of a recommendation.
     *
     * @param became identifier of what was made of the draft; for one that was accepted
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            boolean accepted, String reason, @Nullable String became, String by, Instant at) {}

    /** Who has concluded it, and how it came out on the whole. */
    @RegisterForReflection
    public record Conclusion(String text, String by, Instant at) {}

    /** What the parties may read. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            String text,
            String proposedBy,
            String proposedBySubject,
            Instant proposedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    @Override
    public String filedAs() {
        return state.name();
    }

    @Override
    public @Nullable Instant filedUntil() {
        return state == State.OPEN && !overdueTold ? deadline : null;
    }

    Review in(State next) {
        return new Review(
                activation,
                plan,
                openedAt,
                deadline,
                next,
                overdueTold,
                findings,
                recommendations,
                conclusion,
                facts,
                summary);
    }

    Review finding(Finding finding) {
        return new Review(
                activation,
                plan,
                openedAt,
                deadline,
                state,
                overdueTold,
                and(findings, finding),
                recommendations,
                conclusion,
                facts,
                summary);
    }

    Review recommending(List<Recommendation> all) {
        return new Review(
                activation,
                plan,
                openedAt,
                deadline,
                state,
                overdueTold,
                findings,
                List.copyOf(all),
                conclusion,
                facts,
                summary);
    }

    Review concluded(Conclusion how, Facts as) {
        return new Review(
                activation, plan, openedAt, deadline, state, overdueTold, findings, recommendations, how, as, summary);
    }

    Review summarised(@Nullable Summary text) {
        return new Review(
                activation,
                plan,
                openedAt,
                deadline,
                state,
                overdueTold,
                findings,
                recommendations,
                conclusion,
                facts,
                text);
    }

    Review toldOverdue() {
        return new Review(
                activation,
                plan,
                openedAt,
                deadline,
                state,
                true,
                findings,
                recommendations,
                conclusion,
                facts,
                summary);
    }

    static <E> List<E> and(List<E> list, E another) {
        return Stream.concat(list.stream(), Stream.of(another)).toList();
    }
}
