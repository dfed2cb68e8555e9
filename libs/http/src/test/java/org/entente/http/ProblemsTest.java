package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    record Inner(int count) {}

    record Outer(List<Inner> items) {}

    private final ObjectMapper json = new ObjectMapper();

    ProblemsTest() {
        new StrictJson().customize(json);
    }

    @Test
    void namesTheFieldByPointer() {
        assertThat(pointerOf("{\"items\": [{\"count\": 1}, {\"count\": \"2\"}]}"))
                .isEqualTo("/items/1/count");
    }

    @Test
    void namesAnUnknownField() {
        assertThat(pointerOf("{\"items\": [{\"count\": 1, \"co/unt\": 1}]}")).isEqualTo("/items/0/co~1unt");
    }

    @Test
    void refusesWhatStandsTwice() {
        assertThatThrownBy(() -> json.readValue("{\"items\": [], \"items\": []}", Outer.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("items");
    }

    private String pointerOf(String document) {
        return Problems.pointer(
                catchThrowableOfType(JsonMappingException.class, () -> json.readValue(document, Outer.class)));
    }
}
