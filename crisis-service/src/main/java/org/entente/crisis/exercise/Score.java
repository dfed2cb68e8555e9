package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.crisis.exercise.Journal.Answered;
import org.entente.crisis.exercise.Journal.Reaction;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.exercise.Scenario.Inject;
import org.jspecify.annotations.Nullable;

/**
 * How an exercise came out.
 *
 * @param percent of what was expected, 0 to 100
 */
@RegisterForReflection
public record Score(int percent, List<Line> reactions, List<Control> controls) {

    /**
     * Who reacted when.
     *
     * @param took from the inject to the reaction; absent where there was none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String reaction,
            String by,
            boolean kept,
            @Nullable Duration took,
            @Nullable String who) {}

    /** Whether a control held; one that was never asked did not. */
    @RegisterForReflection
    public record Control(String request, boolean held, String because) {}

    static Score of(Exercise exercise) {
        List<Line> lines = exercise.scenario().reactions().stream()
                .map(expected -> line(exercise, expected))
                .toList();
        List<Control> controls = exercise.requests()
                .filter(request -> request.outcome() != null)
                .map(request -> control(exercise, request))
                .toList();
        long good = lines.stream().filter(Line::kept).count()
                + controls.stream().filter(Control::held).count();
        int all = lines.size() + controls.size();
        return new Score(all == 0 ? 100 : (int) (100 * good / all), lines, controls);
    }

    private static Line line(Exercise exercise, Expected expected) {
        Optional<Reaction> reaction = exercise.journal().reaction(expected.id());
        Duration took = reaction.flatMap(done ->
                        exercise.journal().injectedAt(expected.after()).map(at -> Duration.between(at, done.at())))
                .orElse(null);
        return new Line(
                expected.id(),
                expected.by(),
                reaction.map(Reaction::kept).orElse(false),
                took,
                reaction.map(Reaction::by).orElse(null));
    }

    private static Control control(Exercise exercise, Inject request) {
        Optional<Answered> answer = exercise.journal().answer(request.id());
        return new Control(
                request.id(),
                answer.map(Answered::held).orElse(false),
                answer.map(known -> known.permitted() + " permitted, " + known.denied() + " denied " + known.codes())
                        .orElse("nothing was decided in time"));
    }
}
