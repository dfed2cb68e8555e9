package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the scenario files: what is given holds for all scenarios of a file, each of which has one <em>when</em>. */
class ScenariosTest {

    @TestFactory
    Stream<DynamicContainer> scenarios() throws IOException {
        return Files.list(Path.of("src/test/resources/scenarios"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted()
                .map(ScenariosTest::container);
    }

    private static DynamicContainer container(Path file) {
        JsonNode content = read(file);
        return DynamicContainer.dynamicContainer(
                file.getFileName().toString(),
                list(content.get("scenarios"))
                        .map(scenario -> DynamicTest.dynamicTest(
                                scenario.get("then").get("it").textValue(),
                                () -> run(content.get("given"), scenario))));
    }

    private static void run(JsonNode given, JsonNode scenario) {
        Labels vocabulary = new Labels(
                MarkingPolicies.of(
                        list(given.path("policies")).map(MarkingPolicy::of).toList()),
                InformationCategories.with(texts(given.path("categories"))));
        JsonNode when = scenario.get("when");
        JsonNode then = scenario.get("then");
        String instant = when.path("instant").asText(given.path("instant").asText("2026-11-23T00:00:00Z"));
        Given known = new Given(vocabulary, given.path("originator").asText("XAA"), Instant.parse(instant));
        if (then.has("refused")) {
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> known.rollUp(when.get("labels")))
                    .satisfies(fault -> assertThat(fault.pointer())
                            .isEqualTo(then.get("refused").textValue()));
        } else if (then.has("unmet")) {
            assertThat(known.admit(when).stream().map(Unmet::code))
                    .containsExactlyInAnyOrderElementsOf(texts(then.get("unmet")));
        } else {
            expectBanner(known.rollUp(when.get("labels")), then);
        }
    }

    /** A scenario names the fields that it is about. */
    private static void expectBanner(RollUp rollUp, JsonNode then) {
        JsonNode banner = Json.MAPPER.valueToTree(rollUp.banner().toLabel());
        then.get("banner").fields().forEachRemaining(field -> assertThat(banner.path(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        texts(then.path("absent"))
                .forEach(field -> assertThat(banner.has(field)).isFalse());
        if (then.has("reasons")) {
            assertThat(rollUp.reasons()).containsExactlyElementsOf(texts(then.get("reasons")));
        }
    }

    private record Given(Labels vocabulary, String originator, Instant instant) {

        RollUp rollUp(JsonNode labels) {
            return RollUp.of(list(labels)
                    .map(label -> vocabulary.normalise(Label.of(label), originator, instant))
                    .toList());
        }

        Set<Unmet> admit(JsonNode when) {
            Reader reader = Reader.of(
                    when.get("reader").get("nation").textValue(),
                    texts(when.get("reader").path("clearances")).stream()
                            .map(Clearance::parse)
                            .toList(),
                    vocabulary.policies());
            return Admission.of(
                    rollUp(when.get("labels")).banner(),
                    reader,
                    Act.of(when.path("act").asText("view")).orElseThrow());
        }
    }

    private static Stream<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static List<String> texts(JsonNode nodes) {
        return list(nodes).map(JsonNode::textValue).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
