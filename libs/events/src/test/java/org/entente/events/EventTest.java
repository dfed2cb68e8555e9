package org.entente.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

class EventTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void isACloudEvent() {
        JsonNode written = json.valueToTree(event());

        assertThat(written.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(written.path("source").textValue()).isEqualTo("/crisis");
        assertThat(written.path("type").textValue()).isEqualTo("org.entente.crisis.plan.agreed.v1");
        assertThat(written.path("partner").textValue()).isEqualTo("XBB");
        assertThat(written.has("actor")).isFalse();
    }

    @Test
    void comesBackAsItWent() throws Exception {
        Event event = event();

        Event read = json.readValue(json.writeValueAsBytes(event), Event.class);

        assertThat(read).isEqualTo(event);
    }

    @Test
    void hasOneCanonicalForm() throws Exception {
        JsonNode one = json.readTree("{\"b\": 1.0, \"a\": \"\\u00e9\"}");
        JsonNode other = json.readTree("{\"a\":\"é\",\"b\":1}");

        assertThat(CanonicalJson.text(json, one)).isEqualTo("{\"a\":\"é\",\"b\":1}");
        assertThat(CanonicalJson.sha256(json, one)).isEqualTo(CanonicalJson.sha256(json, other));
    }

    private Event event() {
        return Event.of(
                EventTypes.PLAN_AGREED,
                "plan-1",
                "XBB",
                null,
                json.createObjectNode().put("plan", "plan-1"));
    }
}
