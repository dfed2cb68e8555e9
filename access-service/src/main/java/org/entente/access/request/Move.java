package org.entente.access.request;

import java.util.Set;
import org.entente.http.Problem;

/**
 * The life of a request: which move is legal from which state, who may make it, and where it leads. The only place that
 * says so.
 */
enum Move {
    /** Somebody becomes responsible, by the rules or by hand. */
    ROUTE(Set.of(State.SUBMITTED, State.ROUTED), State.ROUTED, Set.of(Part.RESPONSIBLE, Part.LIAISON, Part.CLOCK)),
    /** The responsible officer asks the partner something. */
    ASK(Set.of(State.ROUTED), State.CLARIFYING, Set.of(Part.RESPONSIBLE)),
    /** The partner answers that. */
    ANSWER(Set.of(State.CLARIFYING), State.ROUTED, Set.of(Part.REQUESTER, Part.PARTNER_OFFICER)),
    /** A grant is issued. */
    APPROVE(Set.of(State.ROUTED), State.APPROVED, Set.of(Part.RESPONSIBLE)),
    /** It is not, for a reason. */
    REFUSE(Set.of(State.ROUTED), State.REFUSED, Set.of(Part.RESPONSIBLE)),
    /** The partner does not need it any more. */
    WITHDRAW(
            Set.of(State.SUBMITTED, State.ROUTED, State.CLARIFYING),
            State.WITHDRAWN,
            Set.of(Part.REQUESTER, Part.PARTNER_OFFICER)),
    /** What was asked for would be over, or nobody answered what the partner was asked. */
    LAPSE(Set.of(State.SUBMITTED, State.ROUTED, State.CLARIFYING), State.LAPSED, Set.of(Part.CLOCK)),
    /** It is late; the superior is responsible, too. */
    ESCALATE(Set.of(State.ROUTED), State.ROUTED, Set.of(Part.CLOCK));

    private final Set<State> from;
    private final State to;
    private final Set<Part> by;

    Move(Set<State> from, State to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The part somebody has in a request. */
    enum Part {
        /** The officer to whom it is routed, who stands in for them, or the superior once it is late. */
        RESPONSIBLE,
        /** Another liaison officer of the home side. */
        LIAISON,
        /** Anybody else of the home side. */
        HOME,
        /** Who asks. */
        REQUESTER,
        /** An officer of the same partner. */
        PARTNER_OFFICER,
        /** Anybody else; to them there is no such request. */
        STRANGER,
        /** What time brings. */
        CLOCK
    }

    /**
     * The state that the move leads to. Refused with a 404 problem for strangers, 403 for those who may not, 409 where the
     * state does not allow it.
     */
    State from(State state, Part part) {
        if (part == Part.STRANGER) {
            throw Problem.notFound();
        }
        if (!by.contains(part)) {
            throw Problem.forbidden(
                    part == Part.LIAISON
                            ? "Another officer is responsible; have it routed to you first."
                            : "Your roles do not allow this.");
        }
        if (!from.contains(state)) {
            throw Problem.conflict(null, "The state of the request does not allow this.");
        }
        return to;
    }
}
