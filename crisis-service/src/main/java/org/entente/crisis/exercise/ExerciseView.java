package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.kept.Kept;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as one who takes part sees it: what has come about, and what is expected of their nation now. What is still to
 * come only the home side's authority sees, who conducts it.
 *
 * @param isExercise always true, so that nobody takes it for anything else
 * @param script for whoever conducts it
 * @param postures on the copy of policy, where they differ from the real ones
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseView(
        UUID id,
        @JsonProperty("exercise") boolean isExercise,
        State state,
        String name,
        List<String> partners,
        List<String> accepted,
        @Nullable String course,
        @Nullable Instant startedAt,
        @Nullable Scenario script,
        List<Came> happened,
        List<Task> tasks,
        List<Journal.Reaction> reactions,
        List<Journal.Answered> answers,
        Map<String, String> postures,
        @Nullable Score score,
        @Nullable String stopped) {

    /** Something that came about; of a request the label is shown with the mark of an exercise. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Came(
            String inject,
            Scenario.Kind kind,
            Instant at,
            @Nullable String text,
            @Nullable String indicator,
            @Nullable Integer value,
            @Nullable String partner,
            @Nullable String severity,
            @Nullable String resource) {}

    /** What is expected of the reader's nation now. */
    @RegisterForReflection
    public record Task(String reaction, String text, String role, Instant due) {}

    /**
     * Who looks.
     *
     * @param conducts whether they see what is still to come
     * @param nation whose tasks are shown
     */
    record Reader(boolean conducts, String nation) {}

    static ExerciseView of(Kept<Exercise> kept, Reader reader) {
        Exercise exercise = kept.document();
        Scenario scenario = exercise.scenario();
        return new ExerciseView(
                kept.id(),
                true,
                exercise.state(),
                scenario.name(),
                scenario.partners(),
                exercise.accepted(),
                scenario.course(),
                exercise.startedAt(),
                reader.conducts() ? scenario : null,
                exercise.journal().injected().stream()
                        .map(injected -> came(scenario, injected))
                        .filter(Objects::nonNull)
                        .toList(),
                scenario.reactions().stream()
                        .filter(expected -> expected.by().equals(reader.nation()))
                        .filter(expected -> exercise.state() == State.RUNNING
                                && exercise.journal().reaction(expected.id()).isEmpty())
                        .flatMap(expected -> exercise.due(expected).map(due -> task(expected, due)).stream())
                        .toList(),
                exercise.journal().reactions().stream()
                        .map(each -> reader.conducts() ? each : each.withoutSubject())
                        .toList(),
                reader.conducts() ? exercise.journal().answers() : List.of(),
                reader.conducts() ? exercise.copy().postures() : Map.of(),
                exercise.score(),
                exercise.stopped());
    }

    private static Task task(Expected expected, Instant due) {
        return new Task(expected.id(), expected.text(), expected.role(), due);
    }

    private static @Nullable Came came(Scenario scenario, Journal.Injected injected) {
        return scenario.injects().stream()
                .filter(inject -> inject.id().equals(injected.inject()))
                .map(inject -> came(inject, injected.at()))
                .findFirst()
                .orElse(null);
    }

    private static Came came(Inject inject, Instant at) {
        return new Came(
                inject.id(),
                inject.kind(),
                at,
                inject.text(),
                inject.indicator(),
                inject.value(),
                inject.partner(),
                inject.severity(),
                inject.question() == null
                        ? null
                        : "EXERCISE " + inject.question().at("/resource/id").asText());
    }
}
