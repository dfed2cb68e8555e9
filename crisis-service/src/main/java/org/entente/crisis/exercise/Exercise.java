package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.exercise.Scenario.Kind;
import org.entente.crisis.exercise.Scenario.Opening;
import org.entente.crisis.kept.Filed;
import org.jspecify.annotations.Nullable;

/**
 * An exercise: its script and all that has come of it. Whatever it changes it changes here, and nowhere else.
 *
 * @param accepted the partners that will take part
 * @param postures on the copy of policy, where they differ from the real ones
 * @param openings on the copy of policy
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
        List<Injected> injected,
        List<Reaction> reactions,
        List<Answered> answers,
        Map<String, String> postures,
        List<Opening> openings,
        @Nullable Score score,
        @Nullable String stopped)
        implements Filed {
    /** After the last deadline what is under way has this long to arrive. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Map<String, String> FALLS =
            Map.of("minor", "watch", "serious", "contained", "grave", "suspended");
    private static final List<String> STRICTNESS = List.of("normal", "watch", "contained", "suspended");

    /** Something that has come about. */
    @RegisterForReflection
    public record Injected(String inject, Instant at) {}

    /** Something that somebody did. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reaction(
            String reaction,
            Instant at,
            String by,
            String sub,
            String nation,
            boolean kept,
            @Nullable String note) {
        /** As others than whoever conducts it see it. */
        Reaction withoutSubject() {
            return new Reaction(reaction, at, by, "", nation, kept, note);
        }
    }

    /** What a simulated request came to on the copy of policy of that epoch. */
    @RegisterForReflection
    public record Answered(
            String inject, Instant at, int permitted, int denied, List<String> codes, long epoch, boolean held) {}

    static Exercise drafted(Scenario scenario, String by) {
        return new Exercise(
                scenario,
                State.DRAFTED,
                by,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null,
                null);
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
                .filter(inject -> injectedAt(inject.id()).isEmpty());
    }

    Optional<Instant> injectedAt(String id) {
        return injected.stream()
                .filter(each -> each.inject().equals(id))
                .map(Injected::at)
                .findFirst();
    }

    Optional<Reaction> reaction(String id) {
        return reactions.stream().filter(each -> each.reaction().equals(id)).findFirst();
    }

    Optional<Answered> answer(String id) {
        return answers.stream().filter(each -> each.inject().equals(id)).findFirst();
    }

    Stream<Inject> requests() {
        return scenario.injects().stream().filter(inject -> inject.kind() == Kind.REQUEST);
    }

    /** Until when somebody is to react; absent before there is anything to react to. */
    Optional<Instant> due(Expected expected) {
        return injectedAt(expected.after()).map(at -> at.plus(expected.within()));
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
                        .allMatch(expected -> reaction(expected.id()).isPresent())
                && requests().allMatch(request -> answer(request.id()).isPresent());
    }

    private Instant closes() {
        Instant last =
                injected.stream().map(Injected::at).max(Instant::compareTo).orElse(Instant.MIN);
        return scenario.reactions().stream()
                .flatMap(expected -> due(expected).stream())
                .reduce(last, (one, other) -> one.isAfter(other) ? one : other)
                .plus(GRACE);
    }

    Exercise in(State next) {
        return new Exercise(
                scenario, next, draftedBy, accepted, startedAt, injected, reactions, answers, postures, openings, score,
                stopped);
    }

    Exercise acceptedBy(String partner) {
        List<String> all =
                Stream.concat(accepted.stream(), Stream.of(partner)).distinct().toList();
        return new Exercise(
                scenario,
                all.containsAll(scenario.partners()) ? State.READY : state,
                draftedBy,
                all,
                startedAt,
                injected,
                reactions,
                answers,
                postures,
                openings,
                score,
                stopped);
    }

    Exercise started(Instant now) {
        return new Exercise(
                scenario,
                State.RUNNING,
                draftedBy,
                accepted,
                now,
                injected,
                reactions,
                answers,
                postures,
                openings,
                score,
                stopped);
    }

    /** What an inject does to the copy: a breach or a loss lowers a posture, and never raises one. */
    Exercise inject(Inject inject, Instant now) {
        Exercise next = new Exercise(
                scenario,
                state,
                draftedBy,
                accepted,
                startedAt,
                and(injected, new Injected(inject.id(), now)),
                reactions,
                answers,
                postures,
                openings,
                score,
                stopped);
        if (inject.kind() == Kind.BREACH || inject.kind() == Kind.LOST_PARTNER) {
            String fall = FALLS.getOrDefault(String.valueOf(inject.severity()), "suspended");
            String partner = String.valueOf(inject.partner());
            String present = postures.getOrDefault(partner, "normal");
            return STRICTNESS.indexOf(fall) > STRICTNESS.indexOf(present) ? next.posture(partner, fall) : next;
        }
        return next;
    }

    Exercise react(Reaction reaction, Expected expected) {
        Exercise next = new Exercise(
                scenario,
                state,
                draftedBy,
                accepted,
                startedAt,
                injected,
                and(reactions, reaction),
                answers,
                postures,
                openings,
                score,
                stopped);
        if (expected.effect() == null) {
            return next;
        }
        if (expected.effect().posture() != null) {
            return next.posture(
                    expected.effect().posture().partner(),
                    expected.effect().posture().posture());
        }
        Opening opening = expected.effect().opening();
        return opening == null ? next : next.open(opening);
    }

    Exercise answer(Answered answered) {
        return new Exercise(
                scenario,
                state,
                draftedBy,
                accepted,
                startedAt,
                injected,
                reactions,
                and(answers, answered),
                postures,
                openings,
                score,
                stopped);
    }

    Exercise scored(Score how) {
        return new Exercise(
                scenario,
                State.COMPLETED,
                draftedBy,
                accepted,
                startedAt,
                injected,
                reactions,
                answers,
                postures,
                openings,
                how,
                stopped);
    }

    Exercise stopped(String why) {
        return new Exercise(
                scenario,
                State.STOPPED,
                draftedBy,
                accepted,
                startedAt,
                injected,
                reactions,
                answers,
                postures,
                openings,
                score,
                why);
    }

    private Exercise posture(String partner, String posture) {
        Map<String, String> all = new HashMap<>(postures);
        all.put(partner, posture);
        return new Exercise(
                scenario,
                state,
                draftedBy,
                accepted,
                startedAt,
                injected,
                reactions,
                answers,
                Map.copyOf(all),
                openings,
                score,
                stopped);
    }

    private Exercise open(Opening opening) {
        return new Exercise(
                scenario,
                state,
                draftedBy,
                accepted,
                startedAt,
                injected,
                reactions,
                answers,
                postures,
                and(openings, opening),
                score,
                stopped);
    }

    private static <E> List<E> and(List<E> list, E another) {
        return Stream.concat(list.stream(), Stream.of(another)).toList();
    }
}
