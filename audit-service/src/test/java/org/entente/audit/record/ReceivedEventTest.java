package org.entente.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.audit.log.Act;
import org.entente.http.StrictJson;
import org.junit.jupiter.api.Test;

class ReceivedEventTest {

    private static final String EVENT = """
            {"specversion": "1.0", "id": "7", "source": "/access", "type": "t", "subject": "s",
             "time": "2026-11-23T11:00:00+01:00", "partner": "XBB", "later": "kept", "data": {"b": 1.0, "a": "\\u00e9"}}
            """;

    private final ObjectMapper json = new ObjectMapper();

    ReceivedEventTest() {
        new StrictJson().customize(json);
    }

    @Test
    void readsWhatRecordsAreSearchedByAndKeepsEverything() {
        ReceivedEvent received = parse(EVENT);

        assertThat(received.act())
                .isEqualTo(new Act("/access", "7", "t", "s", Instant.parse("2026-11-23T10:00:00Z"), "XBB"));
        assertThat(received.event())
                .isEqualTo("{\"data\":{\"a\":\"é\",\"b\":1},\"id\":\"7\",\"later\":\"kept\",\"partner\":\"XBB\","
                        + "\"source\":\"/access\",\"specversion\":\"1.0\",\"subject\":\"s\","
                        + "\"time\":\"2026-11-23T11:00:00+01:00\",\"type\":\"t\"}");
    }

    @Test
    void anEventOfNoPartnerIsOfNone() {
        assertThat(parse(EVENT.replace("\"partner\": \"XBB\",", "")).act().partner())
                .isNull();
    }

    @Test
    void whatCanNeverBeRecordedIsPoison() {
        for (String poison : List.of(
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                EVENT.replace("\"1.0\"", "\"0.3\""),
                EVENT.replace("\"id\": \"7\"", "\"id\": 7"),
                EVENT.replace("\"id\": \"7\"", "\"id\": \"\""),
                EVENT.replace("\"id\": \"7\"", "\"id\": \"" + "7".repeat(256) + "\""),
                EVENT.replace("\"id\": \"7\"", "\"id\": \"7\", \"id\": \"8\""),
                EVENT.replace("\"subject\": \"s\",", ""),
                EVENT.replace("\"subject\": \"s\"", "\"subject\": \"\\u0000\""),
                EVENT.replace("\"XBB\"", "null"),
                EVENT.replace("2026-11-23T11:00:00+01:00", "yesterday"),
                EVENT.replace("\\u00e9", "\\ud800"),
                EVENT.replace("\"later\"", "\"\\udc00\""),
                EVENT.replace("1.0, \"a\"", "1e400, \"a\""),
                EVENT.replace("1.0, \"a\"", "1" + "0".repeat(400) + ", \"a\""),
                EVENT.replace("1.0, \"a\"", "[".repeat(65) + "]".repeat(65) + ", \"a\""),
                EVENT.replace("kept", "k".repeat(1 << 20)),
                EVENT + "{}")) {
            assertThatThrownBy(() -> parse(poison)).as(poison).isInstanceOf(PoisonException.class);
        }
        assertThatThrownBy(() -> ReceivedEvent.parse(json, null)).isInstanceOf(PoisonException.class);
        assertThatThrownBy(() -> ReceivedEvent.parse(json, new byte[] {'"', (byte) 0xff, '"'}))
                .isInstanceOf(PoisonException.class);
    }

    private ReceivedEvent parse(String event) {
        return ReceivedEvent.parse(json, event.getBytes(StandardCharsets.UTF_8));
    }
}
