package org.entente.access.message;

import java.util.Collections;
import java.util.Set;
import org.entente.http.Problem;

/**
 * The life of a message: which move is legal from which state, who may make it, and where it leads. The only place that
 * says so. Whoever approves or overrules is another person than the drafter (G9).
 */
enum Move {
    /** The drafter words it anew; nobody's agreement to the former words counts any more. */
    REVISE(Set.of(State.DRAFTED, State.IN_COORDINATION), State.DRAFTED, Set.of(Part.DRAFTER)),
    /** The agencies concerned are asked. */
    SUBMIT(Set.of(State.DRAFTED), State.IN_COORDINATION, Set.of(Part.DRAFTER)),
    /** An agency agrees or objects, as long as it is asked. */
    CHECK(Set.of(State.IN_COORDINATION), State.IN_COORDINATION, Set.of(Part.AGENCY)),
    /** The drafter's superior decides over an objection. */
    OVERRULE(Set.of(State.IN_COORDINATION), State.IN_COORDINATION, Set.of(Part.SUPERIOR)),
    /** A second person stands for it, once all agree. */
    APPROVE(Set.of(State.IN_COORDINATION), State.APPROVED, Set.of(Part.SUPERIOR, Part.LIAISON)),
    /** The partner can read it. */
    SEND(Set.of(State.APPROVED), State.SENT, Set.of(Part.DRAFTER, Part.SUPERIOR, Part.LIAISON)),
    /** The partner has. */
    ACKNOWLEDGE(Set.of(State.SENT), State.ACKNOWLEDGED, Set.of(Part.PARTNER)),
    /** It is not sent after all. */
    DISCARD(
            Set.of(State.DRAFTED, State.IN_COORDINATION, State.APPROVED),
            State.DISCARDED,
            Set.of(Part.DRAFTER, Part.SUPERIOR));

    private final Set<State> from;
    private final State to;
    private final Set<Part> by;

    Move(Set<State> from, State to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The parts that somebody can have in a message; a person may have several, but the drafter is nobody's second. */
    enum Part {
        DRAFTER,
        /** Speaks for an agency that is asked. */
        AGENCY,
        /** The superior of the drafter's agency. */
        SUPERIOR,
        /** Another liaison officer of the home side. */
        LIAISON,
        /** Anybody else of the home side. */
        HOME,
        /** Of the partner it is for. */
        PARTNER,
        /** Anybody else; to them there is no such message. */
        STRANGER
    }

    /** Whether somebody who has these parts may make the move now, as far as its state and theirs go. */
    boolean isOpen(State state, Set<Part> parts) {
        return from.contains(state) && !Collections.disjoint(by, parts);
    }

    /**
     * The state that the move leads to. Refused with a 404 problem for strangers, and for the partner before it is sent; 403
     * for those who may not, 409 where the state does not allow it.
     */
    State from(State state, Set<Part> parts) {
        if (parts.contains(Part.STRANGER) || parts.contains(Part.PARTNER) && !state.isForPartner()) {
            throw Problem.notFound();
        }
        if (Collections.disjoint(by, parts)) {
            throw Problem.forbidden(
                    parts.contains(Part.DRAFTER) ? "Another person has to." : "Your roles do not allow this.");
        }
        if (!from.contains(state)) {
            throw Problem.conflict(null, "The state of the message does not allow this.");
        }
        return to;
    }
}
