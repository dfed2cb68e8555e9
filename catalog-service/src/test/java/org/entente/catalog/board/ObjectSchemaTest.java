package org.entente.catalog.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"object\"}|{}|",
                "{\"type\": \"object\"}|[]|''",
                "{\"required\": [\"name\"]}|{\"name\": 1}|",
                "{\"required\": [\"name\"]}|{}|/name",
                "{\"properties\": {\"name\": {\"type\": \"string\"}}}|{\"name\": 1}|/name",
                "{\"properties\": {\"name\": {\"maxLength\": 2}}}|{\"name\": \"abc\"}|/name",
                "{\"properties\": {\"tags\": {\"items\": {\"enum\": [\"a\", \"b\"]}}}}|{\"tags\": [\"a\", \"c\"]}|/tags/1",
                "{\"properties\": {\"tags\": {\"minItems\": 1}}}|{\"tags\": []}|/tags",
                "{\"properties\": {\"n\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 9}}}|{\"n\": 9.0}|",
                "{\"properties\": {\"n\": {\"type\": \"integer\"}}}|{\"n\": 1.5}|/n",
                "{\"properties\": {\"n\": {\"maximum\": 9}}}|{\"n\": 10}|/n",
                "{\"properties\": {\"type\": {\"const\": \"malware\"}}}|{\"type\": \"tool\"}|/type",
                "{\"properties\": {\"a\": {}}, \"additionalProperties\": false}|{\"a\": 1}|",
                "{\"properties\": {\"a\": {}}, \"additionalProperties\": false}|{\"b\": 1}|/b"
            })
    void findsWhatIsNotValid(String schema, String value, String place) {
        Optional<String> violation = ObjectSchema.violation(read(schema), read(value));

        assertThat(violation).isEqualTo(Optional.ofNullable(place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pattern\": \"a+\"}|/pattern",
                "{\"type\": \"date\"}|/type",
                "{\"properties\": {\"a\": {\"$ref\": \"#/b\"}}}|/properties/a/$ref",
                "{\"items\": []}|/items",
                "{\"additionalProperties\": {}}|/additionalProperties",
                "{\"minLength\": \"1\"}|/minLength"
            })
    void refusesWhatItWouldNotCheck(String schema, String place) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> ObjectSchema.requireKnown(read(schema), "/document"));

        assertThat(problem.field()).isEqualTo("/document" + place);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
