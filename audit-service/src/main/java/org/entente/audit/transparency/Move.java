package org.entente.audit.transparency;

import org.entente.http.Problem;

/** The life of a version of a report: which move is legal from which state, who may make it, and where it leads. */
enum Move {
    /** What stands before the figures is written anew; whoever writes it has drafted the version. */
    REWRITE("rewritten"),
    PUBLISH("published"),
    DISCARD("discarded");

    private final String wireName;

    Move(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** As what somebody moves. */
    enum Part {
        /** A home auditor. */
        AUDITOR,
        /** Someone else of the home side. */
        HOME,
        /** Someone of a partner. */
        ABROAD
    }

    /** Who moves. */
    record Mover(String subject, Part part) {}

    /**
     * The state that the move leads to. Refused with a 403 problem for whom it is not theirs to make, 409 where the state does not allow it.
     *
     * @param drafter {@code sub} of who drafted the version
     */
    State from(State state, String drafter, Mover mover) {
        if (mover.part() != Part.AUDITOR) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        if (state != State.DRAFTED) {
            throw Problem.conflict(null, "The report is " + state.wireName() + ", which does not allow this.");
        }
        return switch (this) {
            case REWRITE -> State.DRAFTED;
            case DISCARD -> State.DISCARDED;
            case PUBLISH -> {
                // Two persons have to be two (G9).
                if (mover.subject().equals(drafter)) {
                    throw Problem.forbidden("Another auditor than the one who drafted it has to publish it.");
                }
                yield State.PUBLISHED;
            }
        };
    }
}
