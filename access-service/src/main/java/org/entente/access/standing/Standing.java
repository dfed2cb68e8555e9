package org.entente.access.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands, as it may know it itself. The same papers make the same standing, byte for byte, whatever else is
 * true of the partner or of anybody else.
 *
 * @param at the instant of which it tells
 * @param assurance how whoever asks has logged in
 * @param holds what it has
 * @param training what whoever asks has attended, newest first; nothing for the home side
 * @param more what would bring more than that
 * @param misuse what happens if it is misused
 */
@RegisterForReflection
public record Standing(
        String partner,
        Instant at,
        Assurance assurance,
        List<Held> holds,
        List<Course> training,
        List<Way> more,
        Misuse misuse) {

    /**
     * Something that is held.
     *
     * @param state {@code live}, {@code expired} or {@code review-overdue}
     * @param clauses why
     * @param tierMeans the tier in words
     * @param until when the first of the reasons ends
     * @param needs what a reader's surroundings must be
     * @param bound to whom and what alone; absent for everybody of the partner, and every asset
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            String state,
            List<String> clauses,
            String agreement,
            List<String> actions,
            List<String> categories,
            List<String> purposes,
            int tier,
            String tierMeans,
            String ceiling,
            Instant until,
            @Nullable Demands needs,
            @Nullable Bound bound) {}

    /**
     * What a grant is bound to.
     *
     * @param yours whether whoever asks is among those who may use it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Bound(
            @Nullable String unit, @Nullable String person, List<String> assets, List<String> topics, boolean yours) {}

    /** A course that was attended; {@code state} is {@code valid}, {@code lapsed} or {@code revoked}. */
    @RegisterForReflection
    public record Course(String course, String state, Instant until) {}

    /**
     * A way to more.
     *
     * @param code of the condition that is unmet without it
     * @param how to go it
     * @param clause that allows it, or asks for it
     * @param what it would bring, in the words of the clause
     * @param acr the login that it takes, where it takes one (RFC 9470)
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Way(
            String code,
            String how,
            String clause,
            List<String> what,
            @Nullable Assurance acr) {}

    /** What misuse leads to: by the published rules, and by what was agreed. */
    @RegisterForReflection
    public record Misuse(List<Step> published, List<Agreed> agreed) {}

    /** A step of the published ladder. */
    @RegisterForReflection
    public record Step(String name, String means) {}

    /** What an agreement says about it, as it says it. */
    @RegisterForReflection
    public record Agreed(String clause, Object consequences) {}
}
