package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.crisis.exercise.Journal.Answered;
import org.entente.crisis.exercise.Journal.Reaction;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.exercise.Scenario.Kind;
import org.entente.crisis.kept.Filed;
import org.jspecify.annotations.Nullable;

/**
 * An exercise: its script and all that has come of it. Whatever it changes it changes here, and nowhere else.
 *
 * @param accepted the partners that will take part
 * @param score once it is completed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Exercise(
        Scenario scenario,
        State state,
        String draftedBy,
        List<String> accepted,
        @Nullable Instant startedAt,
        Journal journal,
        PolicyCopy copy,
        @Nullable Score score,
        @Nullable String stopped)
        implements Filed {
    /** After the last deadline what is under way has this long to arrive. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    static Exercise drafted(Scenario scenario, String by) {
        return new Exercise(
                scenario, State.DRAFTED, by, List.of(), null, Journal.EMPTY, PolicyCopy.UNCHANGED, null, null);
    }

    @Override
    public String filedAs() {
        return state.name();
    }

    /** The next inject; then, when everything has come in, now; else after the last deadline. */
    @Override
    public @Nullable Instant filedUntil() {
        if (state != State.RUNNING || startedAt == null) {
            return null;
        }
        Optional<Instant> next =
                waiting().map(inject -> startedAt.plus(inject.at())).min(Instant::compareTo);
        return next.orElseGet(() -> isDone() ? startedAt : closes());
    }

    Stream<Inject> waiting() {
        return scenario.injects().stream()
                .filter(inject -> journal.injectedAt(inject.id()).isEmpty());
    }

    Stream<Inject> requests() {
        return scenario.injects().stream().filter(inject -> inject.kind() == Kind.REQUEST);
    }

    /** Until when somebody is to react; absent before there is anything to react to. */
    Optional<Instant> due(Expected expected) {
        return journal.injectedAt(expected.after()).map(at -> at.plus(expected.within()));
    }

    /** Whether nothing is waited for any more. */
    boolean isOver(Instant now) {
        return waiting().findAny().isEmpty() && (allDone() || !now.isBefore(closes()));
    }

    private boolean isDone() {
        return waiting().findAny().isEmpty() && allDone();
    }

    private boolean allDone() {
        return scenario.reactions().stream()
                        .allMatch(expected -> journal.reaction(expected.id()).isPresent())
                && requests().allMatch(request -> journal.answer(request.id()).isPresent());
    }

    private Instant closes() {
        Instant last = journal.injected().stream()
                .map(Journal.Injected::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return scenario.reactions().stream()
                .flatMap(expected -> due(expected).stream())
                .reduce(last, (one, other) -> one.isAfter(other) ? one : other)
                .plus(GRACE);
    }

    Exercise acceptedBy(String partner) {
        List<String> all =
                Stream.concat(accepted.stream(), Stream.of(partner)).distinct().toList();
        State next = all.containsAll(scenario.partners()) ? State.READY : state;
        return new Exercise(scenario, next, draftedBy, all, startedAt, journal, copy, score, stopped);
    }

    Exercise started(Instant now) {
        return new Exercise(scenario, State.RUNNING, draftedBy, accepted, now, journal, copy, score, stopped);
    }

    Exercise inject(Inject inject, Instant now) {
        return with(journal.with(new Journal.Injected(inject.id(), now)), copy.after(inject));
    }

    Exercise react(Reaction reaction, Expected expected) {
        return with(journal.with(reaction), copy.after(expected.effect()));
    }

    Exercise answer(Answered answered) {
        return with(journal.with(answered), copy);
    }

    Exercise scored(Score how) {
        return new Exercise(scenario, State.COMPLETED, draftedBy, accepted, startedAt, journal, copy, how, stopped);
    }

    Exercise stopped(String why) {
        return new Exercise(scenario, State.STOPPED, draftedBy, accepted, startedAt, journal, copy, score, why);
    }

    private Exercise with(Journal now, PolicyCopy changed) {
        return new Exercise(scenario, state, draftedBy, accepted, startedAt, now, changed, score, stopped);
    }
}
