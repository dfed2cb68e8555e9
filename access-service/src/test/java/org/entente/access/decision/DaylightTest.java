package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.entente.access.policy.CompiledPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends, ends at its instant, wherever the machine believes to be and whatever its clocks show: no hour twice, none never. */
class DaylightTest {
    private static final String ACTIVATION = "an activation";

    /** The changes of 2026 in Vienna and New York, and an hour before and after each. */
    private static final List<String> ENDS = List.of(
            "2026-03-29T00:00:00Z",
            "2026-03-29T01:00:00Z",
            "2026-03-29T01:30:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-03-08T07:00:00Z",
            "2026-11-01T06:00:00Z");

    /** Each of what a question may rest on, ending; all the rest lasts. */
    private static final Map<String, String> ENDING = Map.of(
            "a grant",
            "{'grants': [{'until': 'END'}]}",
            "a grant until its review",
            "{'grants': [{'reviewDue': 'END'}]}",
            "an agreement",
            "{'agreements': [{'until': 'END'}]}",
            "a consent",
            "{'consents': [{'until': 'END'}]}",
            "a licence",
            "{'licences': [{'until': 'END'}]}",
            "training",
            "{'attestations': [{'until': 'END'}]}",
            ACTIVATION,
            "{'activations': [{'from': '2026-01-01T00:00:00Z', 'until': 'END'}]}");

    private static final String LASTING =
            "{'consents': [{}], 'licences': [{}], 'attestations': [{}], 'training': {'1': ['responsible-use']}}";
    private static final String QUESTION =
            "{'nationalities': ['XBB'], 'portions': {'p1': {'originatorControlled': true,"
                    + " 'exportControls': [{'regime': 'EU', 'code': '5A002'}]}}}";
    private static final String URGENT = "{'purpose': 'crisis-response', 'portions': {'p1': {}}}";

    private final TimeZone own = TimeZone.getDefault();

    static Stream<Arguments> everywhere() {
        return Stream.of("UTC", "Europe/Vienna", "America/New_York", "Australia/Lord_Howe")
                .flatMap(zone -> ENDING.keySet().stream()
                        .flatMap(thing -> ENDS.stream().map(end -> Arguments.of(zone, thing, Instant.parse(end)))));
    }

    @AfterEach
    void comeHome() {
        TimeZone.setDefault(own);
    }

    @ParameterizedTest(name = "{1} in {0} until {2}")
    @MethodSource("everywhere")
    void endsAtItsInstantAndNotBefore(String zone, String thing, Instant end) {
        // given
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        ObjectNode given = (ObjectNode) json(LASTING);
        given.setAll((ObjectNode) json(ENDING.get(thing).replace("END", end.toString())));
        CompiledPolicy policy = World.policy(given);
        Question.OfAsset question = World.question(json(thing.equals(ACTIVATION) ? URGENT : QUESTION));

        // when
        List<Boolean> permits = Stream.of(end.minusSeconds(5_400), end.minusNanos(1_000), end, end.plusSeconds(5_400))
                .map(instant -> Decider.decide(at(question, instant), policy).permits())
                .toList();

        // then
        assertThat(permits).containsExactly(true, true, false, false);
    }

    /** Single quotes for double ones. */
    private static JsonNode json(String text) {
        return World.json(text.replace('\'', '"'));
    }

    private static Question.OfAsset at(Question.OfAsset question, Instant instant) {
        Question.Context context = new Question.Context(question.context().purpose(), instant, false);
        return new Question.OfAsset(
                question.person(), question.act(), question.asset(), context, question.stated(), question.spent());
    }
}
