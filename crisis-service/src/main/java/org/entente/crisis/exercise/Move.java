package org.entente.crisis.exercise;

import java.util.Set;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of an exercise: which move is legal from which state, who may make it, where it leads. The only place that says so. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable; their type cannot say so
enum Move {
    /** A partner will take part; the last one makes it ready. */
    ACCEPT(Set.of(State.DRAFTED), null, Set.of(Part.OFFICER)),
    START(Set.of(State.READY), State.RUNNING, Set.of(Part.AUTHORITY)),
    /** Whatever its script says comes about. */
    INJECT(Set.of(State.RUNNING), State.RUNNING, Set.of(Part.CLOCK)),
    /** Somebody does what they should, or should not. */
    REACT(Set.of(State.RUNNING), State.RUNNING, Set.of(Part.AUTHORITY, Part.OFFICER, Part.PARTICIPANT)),
    /** Something was decided on the copy of policy. */
    ANSWER(Set.of(State.RUNNING), State.RUNNING, Set.of(Part.CLOCK)),
    COMPLETE(Set.of(State.RUNNING), State.COMPLETED, Set.of(Part.CLOCK)),
    /** Any party ends it, for instance because something real happens. */
    STOP(Set.of(State.DRAFTED, State.READY, State.RUNNING), State.STOPPED, Set.of(Part.AUTHORITY, Part.OFFICER));

    private final Set<State> from;
    private final @Nullable State to;
    private final Set<Part> by;

    Move(Set<State> from, @Nullable State to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The part that somebody has in an exercise. */
    enum Part {
        /** A crisis authority of the home side, who conducts it. */
        AUTHORITY,
        /** A liaison officer of a partner that takes part. */
        OFFICER,
        /** Anybody else of the home side, or of such a partner. */
        PARTICIPANT,
        /** Anybody else; to them there is no such exercise. */
        STRANGER,
        /** What time brings. */
        CLOCK
    }

    /**
     * The state that the move leads to, the same where the exercise itself has to say; a problem 404 for strangers, 403 for
     * those who may not, 409 where the state does not allow it.
     */
    State from(State state, Part part) {
        if (part == Part.STRANGER) {
            throw Problem.notFound();
        }
        if (!by.contains(part)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        if (!from.contains(state)) {
            throw Problem.conflict(null, "The exercise is " + state.wireName() + ".");
        }
        return to == null ? state : to;
    }
}
