package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    record Letter(
            @Nullable String subject,
            @Nullable List<String> lines,
            @Nullable Map<String, String> notes,
            @Nullable Instant sent) {}

    private final ObjectMapper json = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @Test
    void readsWhatIsMeant() throws JsonProcessingException {
        Letter letter = json.readValue(
                "{\"subject\": \"Grüße \uD83D\uDE00\", \"lines\": [\"\"], \"notes\": {\"a\": \"b\"},"
                        + " \"sent\": \"2026-11-23T12:00:00.5+02:00\"}",
                Letter.class);

        assertThat(letter)
                .isEqualTo(new Letter(
                        "Grüße \uD83D\uDE00",
                        List.of(""),
                        Map.of("a", "b"),
                        Instant.parse("2026-11-23T10:00:00.500Z")));
    }

    @Test
    void nullIsAbsent() throws JsonProcessingException {
        Letter letter = json.readValue("{\"subject\": null, \"lines\": null, \"sent\": null}", Letter.class);

        assertThat(letter).isEqualTo(new Letter(null, null, null, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"subject": "a\\u0000"}           | /subject
            {"subject": "\\ud800"}            | /subject
            {"subject": "\\udc00\\ud800"}     | /subject
            {"subject": 7}                    | /subject
            {"subject": ["a"]}                | /subject
            {"lines": ["a", "\\u0000"]}       | /lines/1
            {"lines": ["a", null]}            | /lines/1
            {"lines": "a"}                    | /lines
            {"notes": {"a": null}}            | /notes/a
            {"notes": {"a": "\\ud800"}}       | /notes/a
            {"sent": 1795430400}              | /sent
            {"sent": 1e9}                     | /sent
            {"sent": "2026-11-23"}            | /sent
            {"sent": "2026-11-23T10:00:00"}   | /sent
            {"sent": ""}                      | /sent
            """)
    void namesWhatIsNot(String document, String pointer) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue(document, Letter.class))
                .satisfies(fault -> assertThat(Problems.pointer(fault)).isEqualTo(pointer));
    }

    @Test
    void readsNoTreeOutOfProportion() {
        String many = "[" + "0,".repeat(2_000_000) + "0]";

        assertThatExceptionOfType(StreamConstraintsException.class).isThrownBy(() -> json.readTree(many));
    }
}
