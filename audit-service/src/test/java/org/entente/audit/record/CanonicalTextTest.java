package org.entente.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.entente.events.CanonicalJson;
import org.entente.tlog.CanonicalForm;
import org.entente.tlog.Json;
import org.junit.jupiter.api.Test;

/** Held against the reference implementation of RFC 8785's authors, and against the verifier's own. */
class CanonicalTextTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ODD = "aZ\"\\/\b\f\n\r\t\u0001\u001f\u007f é€\u2028\ue000\ufffd";

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(8785);

    @Test
    void everyTreeIsWrittenAsTheReferenceWritesIt() throws Exception {
        for (int round = 0; round < 2000; round++) {
            JsonNode tree = object(3);

            String text = CanonicalText.of(tree);

            assertThat(text).isEqualTo(CanonicalJson.text(json, tree));
            assertThat(text).isEqualTo(new String(CanonicalForm.of(Json.parse(text)), StandardCharsets.UTF_8));
        }
    }

    @Test
    void numbersAreThoseOfDoubles() throws Exception {
        for (String number : new String[] {
            "0",
            "-0",
            "-0.0",
            "1.0",
            "1e21",
            "1e-7",
            "9007199254740992",
            "9007199254740993",
            "-9007199254740993",
            "123456789012345678901234567890",
            "0.1",
            "5e-324",
            "1.7976931348623157e308",
            "333333333.33333329"
        }) {
            JsonNode tree = json.readTree("[" + number + "]");

            assertThat(CanonicalText.of(tree)).as(number).isEqualTo(CanonicalJson.text(json, tree));
        }
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> NODES.textNode(string());
            case 1 -> NODES.numberNode(random.nextInt(2000) - 1000);
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(number());
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.nullNode();
            case 6 -> NODES.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            default -> object(depth - 1);
        };
    }

    private double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : 0.5;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.set(string(), value(depth));
        }
        return object;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            string.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return random.nextInt(5) == 0 ? string.append("\ud83d\ude00").toString() : string.toString();
    }
}
