package org.entente.crisis.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Documents;
import org.entente.crisis.exercise.Journal.Reaction;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.events.Event;
import org.junit.jupiter.api.Test;

class ConductTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Scenario SCENARIO = Documents.read("""
            {"name": "Northern lights", "partners": ["XBB"], "course": "responsible-use", "validFor": "PT720H", "passMark": 50,
             "injects": [
               {"id": "rise", "at": "PT0S", "kind": "indicator", "indicator": "ics", "value": 85},
               {"id": "breach", "at": "PT1M", "kind": "breach", "partner": "XBB", "severity": "minor"},
               {"id": "asks", "at": "PT2M", "kind": "request", "partner": "XBB",
                "question": {"resource": {"id": "exercise:a"}}, "outcome": {"permitted": 0, "codes": ["posture-limits"]}},
               {"id": "lost", "at": "PT3M", "kind": "lost-partner", "partner": "XBB"}],
             "reactions": [
               {"id": "contain", "after": "breach", "within": "PT5M", "by": "XAA", "role": "crisis-authority", "text": "Contain",
                "effect": {"posture": {"partner": "XBB", "posture": "contained"}}}]}""", Scenario.class);

    private final Conduct conduct = new Conduct(Documents.JSON);

    @Test
    void whatIsDueComesAboutAndNothingElse() {
        Turn<Exercise> turn = conduct.tick(at(running(), START));

        assertThat(turn.next().journal().injected())
                .extracting(Journal.Injected::inject)
                .containsExactly("rise");
        assertThat(turn.next().filedUntil()).isEqualTo(START.plusSeconds(60));
        assertThat(turn.events()).allMatch(Event::exercise);
    }

    @Test
    void afterAnOutageEverythingThatWasDueComesAboutInItsOrder() {
        Turn<Exercise> turn = conduct.tick(at(running(), START.plusSeconds(600)));

        assertThat(turn.next().journal().injected())
                .extracting(Journal.Injected::inject)
                .containsExactly("rise", "breach", "asks", "lost");
        assertThat(turn.next().copy().postures()).containsEntry("XBB", "suspended");
    }

    @Test
    void aRequestGoesWithTheCopyAsItIsThen() {
        Exercise begun = conduct.tick(at(running(), START.plusSeconds(60))).next();
        Exercise contained = react(begun, START.plusSeconds(70));

        Turn<Exercise> turn = conduct.tick(at(contained, START.plusSeconds(120)));

        JsonNode data = turn.events().get(0).data();
        assertThat(data.at("/copy/postures/XBB").asText()).isEqualTo("contained");
        assertThat(data.path("inject").asText()).isEqualTo("asks");
    }

    @Test
    void isScoredWhenEverythingHasComeInAndAttested() {
        Exercise begun = conduct.tick(at(running(), START.plusSeconds(180))).next();
        Exercise reacted = react(begun, START.plusSeconds(190));
        Exercise answered = conduct.answered(at(reacted, START.plusSeconds(191)), answer("posture-limits"))
                .next();

        Turn<Exercise> turn = conduct.tick(at(answered, START.plusSeconds(192)));

        assertThat(turn.next().state()).isEqualTo(State.COMPLETED);
        assertThat(turn.next().score().percent()).isEqualTo(100);
        assertThat(turn.events())
                .extracting(Event::type)
                .containsExactly("org.entente.crisis.exercise.scored.v1", "org.entente.crisis.exercise.completed.v1");
        JsonNode data = turn.events().get(1).data();
        assertThat(data.path("exercise").asText()).isEqualTo(ID.toString());
        assertThat(data.path("persons").toString()).isEqualTo("[{\"sub\":\"s1\",\"partner\":\"XAA\"}]");
    }

    @Test
    void aControlThatDoesNotHoldAndALateReactionCountNothing() {
        Exercise begun = conduct.tick(at(running(), START.plusSeconds(180))).next();
        Exercise answered = conduct.answered(at(begun, START.plusSeconds(181)), answer("no-grant"))
                .next();

        Turn<Exercise> turn = conduct.tick(at(answered, START.plusSeconds(10_000)));

        assertThat(turn.next().score().percent()).isZero();
        assertThat(turn.events()).hasSize(1);
    }

    @Test
    void anAnswerCountsOnce() {
        Exercise begun = conduct.tick(at(running(), START.plusSeconds(180))).next();
        Exercise answered = conduct.answered(at(begun, START.plusSeconds(181)), answer("posture-limits"))
                .next();

        Exercise again = conduct.answered(at(answered, START.plusSeconds(182)), answer("no-grant"))
                .next();

        assertThat(again.journal().answers()).hasSize(1);
        assertThat(again.journal().answers().get(0).held()).isTrue();
    }

    @Test
    void isTheSameAfterItWasKept() {
        Exercise begun = conduct.tick(at(running(), START.plusSeconds(180))).next();
        Exercise scored = react(begun, START.plusSeconds(190)).scored(Score.of(begun));

        Exercise kept = Documents.kept(scored);

        assertThat(kept).isEqualTo(scored);
    }

    private static Exercise running() {
        return Exercise.drafted(SCENARIO, "xaa-crisis@XAA").acceptedBy("XBB").started(START);
    }

    private static Exercise react(Exercise exercise, Instant now) {
        Expected expected = SCENARIO.reactions().get(0);
        return exercise.react(new Reaction(expected.id(), now, "xaa-crisis@XAA", "s1", "XAA", true, null), expected);
    }

    private static Kept<Exercise> at(Exercise exercise, Instant now) {
        return new Kept<>(ID, 1, exercise, now);
    }

    private static JsonNode answer(String code) {
        return Documents.JSON.valueToTree(
                Map.of("inject", "asks", "permitted", 0, "denied", 1, "epoch", 7, "codes", List.of(code)));
    }
}
