package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.crisis.kept.Filed;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to see to, and how far up its ladder it has come.
 *
 * @param ladder as it stood when this was opened: a change of the ladder changes nothing under way
 * @param call where on the ladder it is, and whom to call next
 * @param due when the clock makes its next move; absent when it has none to make
 * @param holder user name of who acknowledged; absent while nobody has
 * @param asked user name of whom it was handed over to; absent otherwise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Escalation(
        Ladder ladder,
        Matter matter,
        String openedBy,
        Instant openedAt,
        State state,
        Call call,
        @Nullable Instant due,
        @Nullable String holder,
        @Nullable String asked,
        List<Step> course)
        implements Filed {
    /** The course of what goes on and on is kept in the log; here the latest of it will do. */
    private static final int LONGEST_COURSE = 200;

    /**
     * Where on the ladder an escalation is.
     *
     * @param level from 0
     * @param deputies whether the deputies are the next to be called; else those on call are, or the level is over
     * @param round how often this level has been called, from 0
     */
    @RegisterForReflection
    public record Call(int level, Phase phase, int round) {}

    /** What is next on a level. */
    public enum Phase {
        /** Quiet hours are waited for. */
        QUIET,
        /** Those on call were called; deputies are next. */
        ON_CALL,
        /** Everybody was called; what is above is next. */
        DEPUTIES
    }

    /**
     * One move.
     *
     * @param level of the ladder, from 1
     * @param by who made it; absent for the clock
     * @param to whom it was handed over to
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            Instant at,
            String what,
            int level,
            @Nullable String by,
            @Nullable String to,
            @Nullable String note) {}

    @Override
    public String filedAs() {
        return state.name();
    }

    @Override
    public @Nullable Instant filedUntil() {
        return due;
    }

    Escalation in(State next, Call where, @Nullable Instant until) {
        return new Escalation(ladder, matter, openedBy, openedAt, next, where, until, holder, asked, course);
    }

    Escalation held(@Nullable String by, @Nullable String handedTo) {
        return new Escalation(ladder, matter, openedBy, openedAt, state, call, due, by, handedTo, course);
    }

    Escalation noting(Step step) {
        List<Step> steps = new ArrayList<>(course);
        steps.add(step);
        List<Step> kept = steps.subList(Math.max(0, steps.size() - LONGEST_COURSE), steps.size());
        return new Escalation(ladder, matter, openedBy, openedAt, state, call, due, holder, asked, List.copyOf(kept));
    }

    /** The part that somebody of the home side has in it. */
    Move.Part part(String person, boolean isAuthority) {
        if (person.equals(holder)) {
            return Move.Part.HOLDER;
        }
        boolean isCalled = person.equals(asked)
                || ladder.upTo(call.level())
                        .anyMatch(contact -> contact.person().equals(person));
        if (isCalled) {
            return Move.Part.CALLED;
        }
        return isAuthority ? Move.Part.AUTHORITY : Move.Part.READER;
    }
}
