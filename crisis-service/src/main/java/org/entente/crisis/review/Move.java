package org.entente.crisis.review;

import java.util.Set;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of a review: which move is legal from which state, who may make it, where it leads. The only place that says so. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable; their type cannot say so
enum Move {
    /** Something is found to have worked or failed. */
    FIND(Set.of(State.OPEN), State.OPEN, Set.of(Part.AUTHORITY, Part.CONTRIBUTOR)),
    /** Something is recommended for a finding. */
    RECOMMEND(Set.of(State.OPEN), State.OPEN, Set.of(Part.AUTHORITY, Part.CONTRIBUTOR)),
    /** The findings are complete, and the facts are fixed. */
    CONCLUDE(Set.of(State.OPEN), State.CONCLUDED, Set.of(Part.AUTHORITY)),
    /** A summary for the parties is proposed. */
    PROPOSE_SUMMARY(Set.of(State.CONCLUDED), State.SUMMARY_PROPOSED, Set.of(Part.AUTHORITY)),
    /** A second person has it published. */
    PUBLISH(Set.of(State.SUMMARY_PROPOSED), State.PUBLISHED, Set.of(Part.AUTHORITY)),
    /** It is taken back, or refused by the second person. */
    REJECT_SUMMARY(Set.of(State.SUMMARY_PROPOSED), State.CONCLUDED, Set.of(Part.AUTHORITY, Part.PROPOSER)),
    /** What was recommended is decided: recommendations are followed for as long as that takes. */
    DECIDE(Set.of(State.values()), null, Set.of(Part.AUTHORITY, Part.PROPOSER, Part.CONTRIBUTOR));

    private final Set<State> from;
    private final @Nullable State to;
    private final Set<Part> by;

    Move(Set<State> from, @Nullable State to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The part that somebody has in a review. */
    enum Part {
        /** A crisis authority of the home side. */
        AUTHORITY,
        /** The crisis authority who proposed the summary that is on the table. */
        PROPOSER,
        /** A liaison officer or auditor of the home side. */
        CONTRIBUTOR,
        /** Anybody else; to them there is no such review. */
        STRANGER
    }

    /** The state that the move leads to; a problem 404 for strangers, 403 for those who may not, 409 where the state does not allow it. */
    State from(State state, Part part) {
        if (part == Part.STRANGER) {
            throw Problem.notFound();
        }
        if (!by.contains(part)) {
            throw Problem.forbidden(
                    this == PUBLISH && part == Part.PROPOSER
                            ? "A second person must publish it: you are the one who proposed it."
                            : "Your roles do not allow this.");
        }
        if (!from.contains(state)) {
            throw Problem.conflict(null, "The review is " + state.wireName() + ".");
        }
        return to == null ? state : to;
    }
}
