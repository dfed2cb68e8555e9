package org.entente.catalog.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.entente.catalog.watermark.Comparison.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StixMarksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double BEYOND_DOUBT = 1e-9;
    private static final List<ObjectNode> OBJECTS =
            IntStream.range(0, 60).mapToObj(StixMarksTest::indicator).toList();
    private static final MarkKey KEY = Texts.key(1);
    private static final List<ObjectNode> MARKED = StixMarks.mark(OBJECTS, KEY);

    static Stream<Arguments> whatBecomesOfCopies() throws Exception {
        return Stream.of(
                Arguments.of("the whole", MARKED),
                Arguments.of("four objects", MARKED.subList(20, 24)),
                Arguments.of("every third object", everyThird()),
                Arguments.of("objects in another order", reversed()),
                Arguments.of(
                        "read and written with indentation",
                        written(JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(MARKED))),
                Arguments.of("properties in alphabetical order", alphabetical()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBecomesOfCopies")
    void areFoundIn(String what, List<ObjectNode> copy) {
        double chance = least(Comparison.ofObjects(copy), KEY);

        assertThat(chance).isLessThan(BEYOND_DOUBT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBecomesOfCopies")
    void areNobodyElsesIn(String what, List<ObjectNode> copy) {
        double least = leastOfOthers(copy);

        assertThat(least).isGreaterThan(BEYOND_DOUBT);
    }

    @Test
    void areNotFoundInObjectsThatNobodyMarked() {
        double least = leastOfOthers(OBJECTS);

        assertThat(least).isGreaterThan(BEYOND_DOUBT);
    }

    @Test
    void changeNoObject() {
        Map<String, ObjectNode> before = new TreeMap<>();
        OBJECTS.forEach(object -> before.put(object.path("id").asText(), object));

        Map<String, ObjectNode> after = new TreeMap<>();
        MARKED.forEach(object -> after.put(object.path("id").asText(), object));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void leaveInFrontWhatReadersLookForFirst() {
        List<String> names = new ArrayList<>();
        MARKED.get(0).fieldNames().forEachRemaining(names::add);

        assertThat(names).startsWith("type", "spec_version", "id");
    }

    private static ObjectNode indicator(int number) {
        String time = "2026-01-01T00:00:00Z";
        return JSON.createObjectNode()
                .put("type", "indicator")
                .put("spec_version", "2.1")
                .put("id", "indicator--00000000-0000-4000-8000-%012d".formatted(number))
                .put("created", time)
                .put("modified", time)
                .put("name", "Address " + number)
                .put("pattern", "[ipv4-addr:value = '192.0.2." + number + "']")
                .put("pattern_type", "stix")
                .put("valid_from", time);
    }

    private static List<ObjectNode> everyThird() {
        return IntStream.range(0, MARKED.size())
                .filter(index -> index % 3 == 0)
                .mapToObj(MARKED::get)
                .toList();
    }

    private static List<ObjectNode> reversed() {
        List<ObjectNode> reversed = new ArrayList<>(MARKED);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<ObjectNode> written(String json) throws Exception {
        List<ObjectNode> read = new ArrayList<>();
        JSON.readTree(json).forEach(object -> read.add((ObjectNode) object));
        return read;
    }

    private static List<ObjectNode> alphabetical() {
        return MARKED.stream()
                .map(object -> {
                    Map<String, Object> sorted = new TreeMap<>();
                    object.fields().forEachRemaining(field -> sorted.put(field.getKey(), field.getValue()));
                    return (ObjectNode) JSON.valueToTree(sorted);
                })
                .toList();
    }

    private static double leastOfOthers(List<ObjectNode> copy) {
        Comparison comparison = Comparison.ofObjects(copy);
        return LongStream.range(100, 600)
                .mapToDouble(seed -> least(comparison, Texts.key(seed)))
                .min()
                .orElseThrow();
    }

    private static double least(Comparison comparison, MarkKey key) {
        return comparison.with(key).stream()
                .mapToDouble(Agreement::chance)
                .min()
                .orElse(1);
    }
}
