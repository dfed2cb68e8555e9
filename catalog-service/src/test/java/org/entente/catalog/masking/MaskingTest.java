package org.entente.catalog.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDICATOR = """
            {"type": "indicator", "spec_version": "2.1", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
             "created": "2026-01-01T10:11:12Z", "modified": "2026-01-01T10:11:12Z", "name": "Beacon of 192.0.2.10",
             "description": "Seen at 2026-03-04T05:06:07Z in Skerry Bay. A covert source saw it. Ask jo@agency.example!",
             "pattern": "[ipv4-addr:value = '192.0.2.10']", "pattern_type": "stix",
             "valid_from": "2026-03-04T05:06:07Z", "valid_until": "2026-03-04T09:00:00Z",
             "external_references": [{"source_name": "cable", "url": "https://cables.example/7"}, {"source_name": "web"}],
             "x_place": {"city": "Skerry Bay", "geo": {"latitude": 51.47, "code": 7}},
             "labels": ["one", "two"]}""";

    private final Masking masking = masking("XBB");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "description | /description",
                "external_references.[0].url | /external_references/0/url",
                "external_references.[*].url | /external_references/0/url",
                "$.external_references[0]['url'] | /external_references/0/url",
                "$..latitude | /x_place/geo/latitude",
                "$.x_place.* | /x_place",
            })
    void removesWhatIsAtThePath(String path, String pointer) {
        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(Mask.removing(path)));

        assertThat(masked)
                .hasValueSatisfying(
                        left -> assertThat(left.at(pointer).isMissingNode()).isTrue());
        assertThat(masked.orElseThrow().toString()).doesNotContain("null");
    }

    @Test
    void leavesEverythingElseAsItWas() {
        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(Mask.removing("labels.[0]")));

        assertThat(masked).hasValueSatisfying(left -> {
            assertThat(left.path("labels")).isEqualTo(read("[\"two\"]"));
            assertThat(left.path("external_references"))
                    .isEqualTo(read(INDICATOR).path("external_references"));
            assertThat(left.size()).isEqualTo(read(INDICATOR).size());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid_from | day | /valid_from | 2026-03-04T00:00:00Z",
                "valid_from | month | /valid_from | 2026-03-01T00:00:00Z",
                "valid_until | day | /valid_until | 2026-03-05T00:00:00Z",
                "pattern | network | /pattern | [ipv4-addr:value = '192.0.2.0/24']",
                "name | network | /name | Beacon of 192.0.2.0/24",
                "x_place.city | region | /x_place/city | Northern waters",
                "$..latitude | region | /x_place/geo/latitude | 51",
            })
    void makesItCoarser(String path, String to, String pointer, String expected) {
        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(generalising(path, to)));

        assertThat(masked)
                .hasValueSatisfying(
                        left -> assertThat(left.at(pointer).asText()).isEqualTo(expected));
    }

    @Test
    void doesNotShowWhatItCannotMakeCoarser() {
        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(generalising("labels.[0]", "region")));

        assertThat(masked)
                .hasValueSatisfying(left -> assertThat(left.path("labels")).isEqualTo(read("[\"two\"]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern", "valid_from", "modified"})
    void doesNotShowAnObjectThatLacksWhatMakesItOne(String field) {
        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(Mask.removing(field)));

        assertThat(masked).isEmpty();
    }

    @Test
    void givesARequiredNameForTheOneThatIsRemoved() {
        JsonNode tool = read("""
                {"type": "tool", "id": "tool--26ffb872-1dd9-446e-b6f5-d58527e5b5d2", "name": "Lantern"}""");

        Optional<JsonNode> masked = masking.apply(tool, List.of(Mask.removing("name")));

        assertThat(masked)
                .hasValueSatisfying(
                        left -> assertThat(left.path("name").asText()).isEqualTo("(withheld)"));
    }

    @Test
    void findsWhatItRecognisesInTextsAndLeavesWhatMachinesRead() {
        Mask time = new Mask(null, "time", null, null, null, "generalise", "day", null, null);
        Mask place = new Mask(null, "place", null, null, null, "generalise", "region", null, null);

        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(time, place));

        assertThat(masked).hasValueSatisfying(left -> {
            assertThat(left.path("description").asText()).startsWith("Seen at 2026-03-04 in Northern waters.");
            assertThat(left.path("valid_from").asText()).isEqualTo("2026-03-04T00:00:00Z");
            assertThat(left.path("created").asText()).isEqualTo("2026-01-01T10:11:12Z");
        });
    }

    @Test
    void cutsTheSentenceAroundTheWordsAndSaysSo() {
        Mask words = new Mask(null, null, List.of("COVERT"), "sentence", null, "remove", null, null, null);

        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(words));

        assertThat(masked)
                .hasValueSatisfying(left -> assertThat(left.path("description").asText())
                        .isEqualTo("Seen at 2026-03-04T05:06:07Z in Skerry Bay. […] Ask jo@agency.example!"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 4 | […] is known.",
                "0 | 900 | ",
                "5 | 7 | 😀 It […] known.",
                "99 | 100 | 😀 It is known.",
            })
    void masksSpansOfTextsByCodePoints(int from, int to, String expected) {
        Mask span = new Mask(null, null, null, null, new Mask.Span(from, to), "remove", null, null, null);

        Optional<JsonNode> masked = masking.apply(new TextNode("😀 It is known."), List.of(span));

        assertThat(masked.map(JsonNode::asText).orElse(null)).isEqualTo(expected);
    }

    @Test
    void cutsOutWhatMasksOfDifferentKindsOverlap() {
        Mask first = new Mask(null, null, null, null, new Mask.Span(0, 6), "pseudonym", null, null, null);
        Mask second = new Mask(null, null, null, null, new Mask.Span(4, 9), "remove", null, null, null);

        Optional<JsonNode> masked = masking.apply(new TextNode("abcdefghijkl"), List.of(first, second));

        assertThat(masked).contains(new TextNode("[…]jkl"));
    }

    @Test
    void doesNotShowWhatHasNoTextBehindASpan() {
        Mask span = new Mask(null, null, null, null, new Mask.Span(0, 4), "remove", null, null, null);

        Optional<JsonNode> masked = masking.apply(read(INDICATOR), List.of(span));

        assertThat(masked).isEmpty();
    }

    @Test
    void masksTheTextOfAPortionOfADocument() {
        Mask mail = new Mask(null, "email", null, null, null, "remove", null, null, null);

        Optional<JsonNode> masked =
                masking.apply(read("{\"markdown\": \"Ask jo@agency.example today.\"}"), List.of(mail));

        assertThat(masked).contains(read("{\"markdown\": \"Ask […] today.\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "x_place.geo.code", "name", "pattern"})
    void givesThePartnerTheSamePseudonymEachTime(String path) {
        Mask mask = new Mask(path, null, null, null, null, "pseudonym", null, null, null);

        JsonNode masked = masking.apply(read(INDICATOR), List.of(mask)).orElseThrow();

        assertThat(masked)
                .isEqualTo(masking("XBB").apply(read(INDICATOR), List.of(mask)).orElseThrow());
        assertThat(masked)
                .isNotEqualTo(
                        masking("XCC").apply(read(INDICATOR), List.of(mask)).orElseThrow());
        assertThat(masked).isNotEqualTo(read(INDICATOR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ipv4 | 198.51.100.7 | 2[45]\\d(\\.\\d+){3}",
                "ipv6 | 2001:db8::7 | fd[0-9a-f:]+",
                "email | jo@agency.example | [0-9a-f]{20}@pseudonym\\.invalid",
                "domain | cables.agency.example | [0-9a-f]{20}\\.pseudonym\\.invalid",
                "url | https://agency.example/a | https://[0-9a-f]{20}\\.pseudonym\\.invalid/",
            })
    void givesPseudonymsTheFormOfWhatTheyStandFor(String kind, String value, String form) {
        Mask mask = new Mask(null, kind, null, null, null, "pseudonym", null, null, null);

        Optional<JsonNode> masked = masking.apply(new TextNode("see " + value + " there"), List.of(mask));

        assertThat(masked).hasValueSatisfying(left -> assertThat(left.asText())
                .matches("see " + form + " there")
                .doesNotContain(value));
    }

    @Test
    void suggestsOnlyWhatWouldChangeSomething() {
        List<Mask> masks = List.of(Mask.removing("description"), Mask.removing("aliases"), Mask.removing("$..city"));

        List<Mask> effective = masking.effective(read(INDICATOR), masks);

        assertThat(effective).containsExactly(Mask.removing("description"), Mask.removing("$..city"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mask': 'remove'} | ''",
                "{'path': 'a', 'recognise': 'ipv4', 'mask': 'remove'} | ''",
                "{'path': 'a'} | /mask",
                "{'path': 'a', 'mask': 'blur'} | /mask",
                "{'path': 'id', 'mask': 'remove'} | /path",
                "{'path': 'a..b', 'mask': 'remove'} | /path",
                "{'path': '$.a[?(@.b)]', 'mask': 'remove'} | /path",
                "{'path': '$', 'mask': 'remove'} | /path",
                "{'path': 'a', 'mask': 'generalise'} | /to",
                "{'path': 'a', 'mask': 'generalise', 'to': 'galaxy'} | /to",
                "{'path': 'a', 'mask': 'remove', 'to': 'day'} | /to",
                "{'path': 'a', 'mask': 'replace'} | /with",
                "{'recognise': 'faces', 'mask': 'remove'} | /recognise",
                "{'phrases': [], 'mask': 'remove'} | /phrases",
                "{'phrases': [''], 'mask': 'remove'} | /phrases/0",
                "{'path': 'a', 'within': 'sentence', 'mask': 'remove'} | /within",
                "{'span': {'from': 4, 'to': 4}, 'mask': 'remove'} | /span",
            })
    void namesWhatMeansNothing(String mask, String pointer) throws Exception {
        Mask written = JSON.readValue(mask.replace('\'', '"'), Mask.class);

        assertThatThrownBy(written::check)
                .isInstanceOfSatisfying(MaskException.class, fault -> assertThat(fault.pointer())
                        .isEqualTo(pointer));
    }

    private static Mask generalising(String path, String to) {
        return new Mask(path, null, null, null, null, "generalise", to, null, null);
    }

    private static Masking masking(String partner) {
        return new MaskingPolicy(List.of(), List.of(), Map.of("Northern waters", List.of("Skerry Bay", "Skerry")))
                .with(Pseudonyms.of(partner, new Keys()));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
