package org.entente.audit.examination;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of a finding: which move is legal from which state, who may make it, and where it leads. */
enum FindingMove {
    ANSWER("answer"),
    REOPEN("reopening"),
    ACCEPT("acceptance"),
    REMEDY("remedy"),
    CLOSE("closure"),
    WITHDRAW("withdrawal");

    private final String wireName;

    FindingMove(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<FindingMove> of(String wireName) {
        return Arrays.stream(values())
                .filter(move -> move.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * The state that the move leads to. Refused with a 404 problem for strangers, 403 for whom it is not theirs to make, 409 where the
     * state does not allow it.
     *
     * @param remedier {@code sub} of who says that it was put right, which they cannot confirm themselves
     */
    FindingState from(FindingState state, @Nullable String remedier, Mover mover) {
        requirePart(mover);
        return switch (this) {
            case ANSWER -> among(Set.of(FindingState.RAISED), state, FindingState.ANSWERED);
            case REOPEN -> among(Set.of(FindingState.ANSWERED, FindingState.REMEDIED), state, FindingState.RAISED);
            case ACCEPT -> among(Set.of(FindingState.ANSWERED), state, FindingState.ACCEPTED);
            case REMEDY -> among(Set.of(FindingState.ACCEPTED), state, FindingState.REMEDIED);
            case CLOSE -> {
                FindingState next = among(Set.of(FindingState.REMEDIED), state, FindingState.CLOSED);
                if (mover.subject().equals(remedier)) {
                    throw Problem.forbidden("Whoever put it right cannot say that it is.");
                }
                yield next;
            }
            case WITHDRAW -> among(Set.of(FindingState.RAISED, FindingState.ANSWERED), state, FindingState.WITHDRAWN);
        };
    }

    /** After their time the examiner cannot come back; then a second auditor of the home side looks whether a remedy is one. */
    private void requirePart(Mover mover) {
        if (mover.part() == Mover.Part.STRANGER) {
            throw Problem.notFound();
        }
        boolean isTheirs =
                switch (this) {
                    case ANSWER, REMEDY -> mover.isAuditor();
                    case REOPEN, ACCEPT, WITHDRAW -> mover.isExaminer();
                    case CLOSE -> true;
                };
        if (!isTheirs) {
            throw Problem.forbidden("This is not yours to do.");
        }
    }

    private static FindingState among(Set<FindingState> legal, FindingState state, FindingState next) {
        if (!legal.contains(state)) {
            throw Problem.conflict(null, "The finding is " + state.wireName() + ", which does not allow this.");
        }
        return next;
    }
}
