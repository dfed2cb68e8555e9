package org.entente.crisis.escalation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.crisis.escalation.Escalation.Call;
import org.entente.crisis.escalation.Escalation.Phase;
import org.entente.crisis.escalation.Escalation.Step;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an escalation, and who is to be called for it. Pure: the instant is the database's, and everybody has
 * their whole time counted from then, however late the clock comes round.
 *
 * @param move that was made
 * @param called whom to call now
 */
record Course(Escalation next, Move move, List<Contact> called) {

    /** A new one: its first level is called, or waited for. */
    static Course opened(Ladder ladder, Matter matter, String by, Instant now) {
        Escalation fresh = new Escalation(
                ladder, matter, by, now, State.OPEN, new Call(0, Phase.QUIET, 0), null, null, null, List.of());
        return arrive(fresh, 0, 0, now, Move.REMIND);
    }

    /** What the clock does when it is due. */
    static Course ticked(Escalation escalation, Instant now) {
        Call call = escalation.call();
        if (escalation.state() == State.ACKNOWLEDGED) {
            return above(escalation, now);
        }
        return switch (call.phase()) {
            case QUIET -> arrive(escalation, call.level(), call.round(), now, Move.REMIND);
            case ON_CALL -> deputies(escalation, now);
            case DEPUTIES -> above(escalation, now);
        };
    }

    /** Somebody has it in hand. */
    static Course acknowledged(Escalation escalation, String person, Instant now) {
        Instant limit = escalation.ladder().resolveWithin() == null
                ? null
                : now.plus(escalation.ladder().resolveWithin());
        Escalation next =
                escalation.in(State.ACKNOWLEDGED, escalation.call(), limit).held(person, null);
        return new Course(next, Move.ACKNOWLEDGE, List.of());
    }

    /** Somebody else is to take it; they have the time of the level to acknowledge, at any hour: they were asked. */
    static Course handedOver(Escalation escalation, Contact to, Instant now) {
        Level level = escalation.ladder().level(escalation.call().level());
        Call call = new Call(escalation.call().level(), Phase.DEPUTIES, 0);
        Escalation next =
                escalation.in(State.OPEN, call, now.plus(level.within())).held(null, to.person());
        return new Course(next, Move.HAND_OVER, List.of(to));
    }

    static Course resolved(Escalation escalation) {
        return new Course(escalation.in(State.RESOLVED, escalation.call(), null), Move.RESOLVE, List.of());
    }

    /** The next level; at the top the same once more, until it was called often enough. */
    static Course above(Escalation escalation, Instant now) {
        Call call = escalation.call();
        Escalation free = escalation.held(null, null);
        if (call.level() < escalation.ladder().top()) {
            return arrive(free, call.level() + 1, 0, now, Move.ASCEND);
        }
        if (call.round() + 1 < escalation.ladder().rounds()) {
            return arrive(free, call.level(), call.round() + 1, now, Move.REMIND);
        }
        return new Course(free.in(State.UNANSWERED, call, null), Move.GIVE_UP, List.of());
    }

    private static Course arrive(Escalation escalation, int level, int round, Instant now, Move move) {
        Ladder ladder = escalation.ladder();
        Instant awake = ladder.quietHours() == null || level >= ladder.awake()
                ? now
                : ladder.quietHours().over(now);
        if (awake.isAfter(now)) {
            return escalation.matter().waits()
                    ? new Course(escalation.in(State.OPEN, new Call(level, Phase.QUIET, round), awake), move, List.of())
                    : arrive(escalation, ladder.awake(), 0, now, Move.ASCEND);
        }
        Level called = ladder.level(level);
        boolean hasDeputies = !called.standIns().isEmpty();
        // Of whom it was called for before, all are called again.
        boolean isRepeated = round > 0;
        Call call = new Call(level, hasDeputies && !isRepeated ? Phase.ON_CALL : Phase.DEPUTIES, round);
        Instant due = now.plus(hasDeputies && !isRepeated ? called.half() : called.within());
        return new Course(
                escalation.in(State.OPEN, call, due),
                move,
                isRepeated ? called.people().toList() : called.onCall());
    }

    private static Course deputies(Escalation escalation, Instant now) {
        Call call = escalation.call();
        Level level = escalation.ladder().level(call.level());
        Escalation next = escalation.in(
                State.OPEN,
                new Call(call.level(), Phase.DEPUTIES, call.round()),
                now.plus(level.within()).minus(level.half()));
        return new Course(next, Move.REMIND, level.people().toList());
    }

    /** The same with what happened written down. */
    Course noted(Instant at, @Nullable String by, @Nullable String to, @Nullable String note) {
        Step step = new Step(at, move.wireName(), next.call().level() + 1, by, to, note);
        return new Course(next.noting(step), move, called);
    }

    /** Whom to call, each once. */
    Stream<Contact> once() {
        return called.stream().distinct();
    }
}
