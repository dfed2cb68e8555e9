package org.entente.audit.investigation;

import java.util.Set;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case: which move is legal from which state, who may make it, and where it leads. The only place that says so.
 */
enum Move {
    /** An anomaly or a person adds to what is suspected. */
    ADD_SUSPICION("suspicion-added"),
    /** Somebody is to look into it, by a date. */
    ASSIGN("assigned"),
    /** What somebody found out or thinks. */
    NOTE("noted"),
    /** Entries of the log are frozen. */
    ADD_EVIDENCE("evidence-added"),
    PROPOSE_DISMISSAL("dismissal-proposed"),
    CONFIRM_DISMISSAL("dismissed"),
    PROPOSE_BREACH("breach-proposed"),
    CONFIRM_BREACH("breach-confirmed"),
    /** A proposal is refused, or taken back. */
    RECALL("proposal-recalled"),
    /** Something is to be put right, by someone, by a date. */
    PLAN_REMEDY("remedy-planned"),
    COMPLETE_REMEDY("remedy-completed"),
    /** Someone who is owed it is told. */
    SEND_NOTIFICATION("notification-sent"),
    /** The party told says that it knows. */
    ACKNOWLEDGE("notification-acknowledged"),
    DRAFT_STATEMENT("statement-drafted"),
    PUBLISH_STATEMENT("statement-published"),
    /** access-service tells what it did. */
    NOTE_SANCTION("sanction-applied"),
    CLOSE("closed");

    private static final Set<State> IN_WORK = Set.of(State.OPENED, State.ASSIGNED);

    private static final Set<State> PROPOSED = Set.of(State.DISMISSAL_PROPOSED, State.BREACH_PROPOSED);

    private final String wireName;

    Move(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Whether it must be made on the newest version of the case, which the mover has read. */
    boolean decides() {
        return switch (this) {
            case PROPOSE_DISMISSAL,
                    CONFIRM_DISMISSAL,
                    PROPOSE_BREACH,
                    CONFIRM_BREACH,
                    RECALL,
                    PUBLISH_STATEMENT,
                    CLOSE -> true;
            case ADD_SUSPICION,
                    ASSIGN,
                    NOTE,
                    ADD_EVIDENCE,
                    PLAN_REMEDY,
                    COMPLETE_REMEDY,
                    SEND_NOTIFICATION,
                    ACKNOWLEDGE,
                    DRAFT_STATEMENT,
                    NOTE_SANCTION -> false;
        };
    }

    /**
     * Where the case stands.
     *
     * @param assignee {@code sub} of who looks into it
     * @param proposer {@code sub} of who made the proposal, or drafted the statement, that is to be confirmed
     * @param open how many things that follow from the breach are not done
     */
    record Standing(
            State state,
            @Nullable String assignee,
            @Nullable String proposer,
            int open) {}

    /** Who moves. */
    record Mover(String subject, Part part) {}

    /** As what somebody moves. */
    enum Part {
        /** A home auditor. */
        AUDITOR,
        /** A home liaison officer. */
        OFFICER,
        /** An officer of the party that a notification is addressed to. */
        ADDRESSEE,
        /** The service itself: the monitor, or an event of another service. */
        SERVICE,
        /** Someone else of the home side. */
        HOME,
        /** Someone else of a partner, to whom there are no cases. */
        ABROAD
    }

    /**
     * The state that the move leads to. Refused with a 404 problem for people of partners, 403 for whom it is not theirs to make, 409
     * where the state does not allow it.
     */
    State from(Standing standing, Mover mover) {
        requirePart(standing, mover);
        State state = standing.state();
        return switch (this) {
            case ADD_SUSPICION -> among(IN_WORK, state, state);
            case ASSIGN -> among(IN_WORK, state, State.ASSIGNED);
            case NOTE, ADD_EVIDENCE -> {
                if (state.isOver()) {
                    throw illegal(state);
                }
                yield state;
            }
            case PROPOSE_DISMISSAL -> among(IN_WORK, state, State.DISMISSAL_PROPOSED);
            case PROPOSE_BREACH -> among(IN_WORK, state, State.BREACH_PROPOSED);
            case CONFIRM_DISMISSAL -> second(standing, mover, State.DISMISSAL_PROPOSED, State.DISMISSED);
            case CONFIRM_BREACH -> second(standing, mover, State.BREACH_PROPOSED, State.BREACH);
            case RECALL -> among(PROPOSED, state, standing.assignee() == null ? State.OPENED : State.ASSIGNED);
            case PLAN_REMEDY, COMPLETE_REMEDY, SEND_NOTIFICATION, DRAFT_STATEMENT ->
                among(Set.of(State.BREACH), state, state);
            // Whom we told may answer after we have closed; what access-service did is noted whenever it tells.
            case ACKNOWLEDGE, NOTE_SANCTION -> among(Set.of(State.BREACH, State.CLOSED), state, state);
            case PUBLISH_STATEMENT -> second(standing, mover, State.BREACH, State.BREACH);
            case CLOSE -> {
                among(Set.of(State.BREACH), state, state);
                if (standing.open() > 0) {
                    throw Problem.conflict(null, "Not everything that follows from the breach is done.");
                }
                yield State.CLOSED;
            }
        };
    }

    private void requirePart(Standing standing, Mover mover) {
        boolean isTheirs =
                switch (this) {
                    case ADD_SUSPICION, NOTE_SANCTION -> mover.part() == Part.SERVICE;
                    case ACKNOWLEDGE -> mover.part() == Part.ADDRESSEE;
                    case NOTE, ADD_EVIDENCE, COMPLETE_REMEDY -> isAuditor(mover) || isAssignee(standing, mover);
                    case ASSIGN,
                            PROPOSE_DISMISSAL,
                            CONFIRM_DISMISSAL,
                            PROPOSE_BREACH,
                            CONFIRM_BREACH,
                            RECALL,
                            PLAN_REMEDY,
                            SEND_NOTIFICATION,
                            DRAFT_STATEMENT,
                            PUBLISH_STATEMENT,
                            CLOSE -> isAuditor(mover);
                };
        if (isTheirs) {
            return;
        }
        if (mover.part() == Part.ABROAD || mover.part() == Part.ADDRESSEE) {
            throw Problem.notFound();
        }
        throw Problem.forbidden("Your roles do not allow this.");
    }

    private static boolean isAuditor(Mover mover) {
        return mover.part() == Part.AUDITOR;
    }

    private static boolean isAssignee(Standing standing, Mover mover) {
        return mover.part() == Part.OFFICER && mover.subject().equals(standing.assignee());
    }

    /** The one place where two persons have to be two (G9). */
    private static State second(Standing standing, Mover mover, State needed, State next) {
        State reached = among(Set.of(needed), standing.state(), next);
        if (standing.proposer() == null) {
            throw Problem.conflict(null, "There is nothing to confirm.");
        }
        if (mover.subject().equals(standing.proposer())) {
            throw Problem.forbidden("Another auditor than the one who proposed it has to confirm it.");
        }
        return reached;
    }

    private static State among(Set<State> legal, State state, State next) {
        if (!legal.contains(state)) {
            throw illegal(state);
        }
        return next;
    }

    private static Problem illegal(State state) {
        return Problem.conflict(null, "The investigation is " + state.wireName() + ", which does not allow this.");
    }
}
