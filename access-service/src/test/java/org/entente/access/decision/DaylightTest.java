package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.entente.access.policy.CompiledPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends, ends at its instant, wherever the machine believes to be and whatever its clocks show: no hour twice, none never. */
class DaylightTest {
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

    private final TimeZone own = TimeZone.getDefault();

    static Stream<Arguments> everywhere() {
        return Stream.of("UTC", "Europe/Vienna", "America/New_York", "Australia/Lord_Howe")
                .flatMap(zone -> Stream.of("grants", "agreements", "consents")
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
        CompiledPolicy policy = World.policy(until(thing, end));

        // when
        List<Boolean> permits = Stream.of(end.minusSeconds(5_400), end.minusNanos(1_000), end, end.plusSeconds(5_400))
                .map(instant -> Decider.decide(at(instant), policy).permits())
                .toList();

        // then
        assertThat(permits).containsExactly(true, true, false, false);
    }

    private static JsonNode until(String thing, Instant end) {
        ObjectNode given = (ObjectNode) World.json("{\"consents\": [{}]}");
        if (!thing.equals("consents")) {
            given.putArray(thing).addObject();
        }
        ((ObjectNode) given.at("/" + thing + "/0")).put("until", end.toString());
        return given;
    }

    private static Question.OfAsset at(Instant instant) {
        Question.OfAsset question =
                World.question(World.json("{\"portions\": {\"p1\": {\"originatorControlled\": true}}}"));
        Question.Context context = new Question.Context(question.context().purpose(), instant, false);
        return new Question.OfAsset(question.person(), question.act(), question.asset(), context);
    }
}
