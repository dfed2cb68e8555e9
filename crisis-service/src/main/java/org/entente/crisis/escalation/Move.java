package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.entente.http.Problem;

/** The life of an escalation: which move is legal from which state, who may make it, where it leads. The only place that says so. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable; their type cannot say so
enum Move {
    /** Somebody who was called has it in hand; better late than never. */
    ACKNOWLEDGE(Set.of(State.OPEN, State.UNANSWERED), State.ACKNOWLEDGED, Set.of(Part.CALLED)),
    /** Somebody else of the ladder is to take it, and is called. */
    HAND_OVER(Set.of(State.ACKNOWLEDGED), State.OPEN, Set.of(Part.HOLDER, Part.AUTHORITY)),
    /** The next level is called: nobody acknowledged, it was not resolved in time, or the holder wants help. */
    ASCEND(
            Set.of(State.OPEN, State.ACKNOWLEDGED),
            State.OPEN,
            Set.of(Part.CLOCK, Part.HOLDER, Part.CALLED, Part.AUTHORITY)),
    /** The same level is called again, or for the first time after quiet hours. */
    REMIND(Set.of(State.OPEN), State.OPEN, Set.of(Part.CLOCK)),
    /** Nobody of the top level answered. */
    GIVE_UP(Set.of(State.OPEN), State.UNANSWERED, Set.of(Part.CLOCK)),
    /** It is done. */
    RESOLVE(
            Set.of(State.OPEN, State.ACKNOWLEDGED, State.UNANSWERED),
            State.RESOLVED,
            Set.of(Part.HOLDER, Part.AUTHORITY));

    private final Set<State> from;
    private final State to;
    private final Set<Part> by;

    Move(Set<State> from, State to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The part somebody has in an escalation, the nearest first. */
    enum Part {
        /** Has acknowledged it. */
        HOLDER,
        /** Was called, or is on a level that was. */
        CALLED,
        /** A crisis authority of the home side who was not. */
        AUTHORITY,
        /** Anybody else of the home side who may read it. */
        READER,
        /** What time brings. */
        CLOCK
    }

    /** The state that the move leads to; a 403 problem for those who may never make it, 409 where the state does not allow it. */
    State from(State state, Part part) {
        if (!by.contains(part)) {
            throw Problem.forbidden("This is for those whom the ladder calls, or for a crisis authority.");
        }
        if (!from.contains(state)) {
            throw Problem.conflict(null, "The escalation is " + state.wireName() + ".");
        }
        return to;
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
