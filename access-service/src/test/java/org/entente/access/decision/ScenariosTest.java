package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.entente.access.decision.Code.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> NAMES = Set.of("a1", "a2", "g1", "g2", "c1", "c2", "l1", "l2");

    static Stream<Arguments> scenarios() throws IOException {
        List<Arguments> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                YAML.readTree(file.toFile())
                        .forEach(scenario ->
                                scenarios.add(Arguments.of(scenario.path("name").asText(), scenario)));
            }
        }
        return scenarios.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void decidesAsTheScenarioSays(String name, JsonNode scenario) {
        // given
        var policy = World.policy(scenario.path("given"));
        var question = World.question(scenario.path("when"));

        // when
        Decision decision = Decider.decide(question, policy);

        // then
        JsonNode then = scenario.path("then");
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(decision.view().portions()).isEqualTo(texts(then.path("permitted")));
            softly.assertThat(decision.permits()).isEqualTo(expectedDecision(then));
            softly.assertThat(codesByPortion(decision)).isEqualTo(expectedCodes(then.path("denied")));
            softly.assertThat(decision.denied()).isEqualTo(then.path("denied").size());
            softly.assertThat(decision.view().tearline())
                    .isEqualTo(then.path("tearline").textValue());
            checkRenderings(softly, decision, then);
        });
    }

    @Test
    void everyCodeHasAScenario() throws IOException {
        // given
        Set<String> all =
                Arrays.stream(Code.values()).map(Code::wireName).collect(Collectors.toCollection(TreeSet::new));

        // when
        Set<String> shown = scenarios()
                .map(arguments -> (JsonNode) arguments.get()[1])
                .flatMap(scenario -> expectedCodes(scenario.at("/then/denied")).values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(shown).isEqualTo(all);
    }

    private static void checkRenderings(SoftAssertions softly, Decision decision, JsonNode then) {
        if (then.has("obligations")) {
            softly.assertThat(decision.obligations())
                    .extracting(Obligation::type)
                    .isEqualTo(texts(then.get("obligations")));
        }
        if (then.has("clauses")) {
            List<String> clauses = texts(then.get("clauses")).stream()
                    .map(ScenariosTest::withIdentifiers)
                    .toList();
            softly.assertThat(decision.explanation().partner().clauses()).containsAll(clauses);
        }
        if (then.has("reasons")) {
            softly.assertThat(decision.reasons())
                    .extracting(Decision.Reason::clause)
                    .isEqualTo(texts(then.get("reasons")).stream()
                            .map(ScenariosTest::withIdentifiers)
                            .toList());
        }
        if (then.has("partnerRemedies")) {
            softly.assertThat(decision.explanation().partner().remedies())
                    .extracting(Remedy::code)
                    .extracting(Code::wireName)
                    .isEqualTo(texts(then.get("partnerRemedies")));
        }
        if (then.has("partnerMayKnow")) {
            softly.assertThat(decision.partnerMayKnow())
                    .isEqualTo(then.get("partnerMayKnow").asBoolean());
        }
        if (then.has("stepUp")) {
            softly.assertThat(YAML.<JsonNode>valueToTree(
                                    decision.explanation().partner().stepUp())
                            .toString())
                    .isEqualTo(then.get("stepUp").toString());
        }
        if (then.has("protected")) {
            softly.assertThat(decision.explanation().partner().isProtected())
                    .isEqualTo(then.get("protected").asBoolean());
        }
    }

    private static boolean expectedDecision(JsonNode then) {
        return then.has("decision")
                ? then.get("decision").asBoolean()
                : !then.path("permitted").isEmpty();
    }

    private static Map<String, Set<String>> codesByPortion(Decision decision) {
        Map<String, Set<String>> codes = new HashMap<>();
        decision.reasons().stream().filter(reason -> reason.portion() != null).forEach(reason -> codes.computeIfAbsent(
                        reason.portion(), portion -> new TreeSet<>())
                .add(reason.code().wireName()));
        return codes;
    }

    private static Map<String, Set<String>> expectedCodes(JsonNode denied) {
        Map<String, Set<String>> codes = new HashMap<>();
        denied.fields()
                .forEachRemaining(portion -> codes.put(portion.getKey(), new TreeSet<>(texts(portion.getValue()))));
        return codes;
    }

    private static String withIdentifiers(String clause) {
        String written = clause;
        for (String name : NAMES) {
            written = written.replace(" " + name, " " + World.id(name));
        }
        return written;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
