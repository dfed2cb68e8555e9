package org.entente.audit.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.entente.audit.log.Act;
import org.entente.audit.log.Entry;
import org.entente.events.CanonicalJson;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.InclusionProof;
import org.entente.tlog.LogProof;
import org.entente.tlog.Receipt;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

/** The service and the verification library each have a canonical form of their own; they must never differ. */
class SealedEventsTest {

    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final Act ACT = new Act("/access", "1", "t", "s", Instant.EPOCH, null);

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(8785);

    @Test
    void whateverIsSealedVerifies() throws Exception {
        for (int round = 0; round < 3_000; round++) {
            JsonNode event = object(0);

            Entry entry = Entry.seal(ACT, CanonicalJson.text(json, event), new Entry.Salts(1, new SecureRandom()));

            assertThat(Receipt.verify(receipt(event, entry), KEY.verifierKey()))
                    .as(event.toString())
                    .isEqualTo(Verdict.verified());
        }
    }

    /** The event as it was before it was made canonical, in a log of one entry. */
    private String receipt(JsonNode event, Entry entry) throws Exception {
        Hash root = Hash.leaf(entry.text().getBytes(StandardCharsets.UTF_8));
        LogProof proof = LogProof.of(
                new InclusionProof(0, 1, List.of()), SignedCheckpoint.sign(new Checkpoint(KEY.name(), 1, root), KEY));
        return json.writeValueAsString(json.createObjectNode()
                .put("salt", entry.salt())
                .put("index", 0)
                .put("proof", proof.toString())
                .<ObjectNode>set("entry", json.readTree(entry.text()))
                .set("event", event));
    }

    private ObjectNode object(int depth) {
        ObjectNode object = json.createObjectNode();
        for (int members = random.nextInt(5); members > 0; members--) {
            object.set(text(), value(depth + 1));
        }
        return object;
    }

    private JsonNode value(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt(2000) - 1000);
            case 3 -> nodes.numberNode(random.nextLong());
            case 4 -> nodes.numberNode(number());
            case 5 -> nodes.textNode(text());
            case 6 -> object(depth);
            default -> array(depth);
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = json.createArrayNode();
        for (int items = random.nextInt(4); items > 0; items--) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        boolean isPlain = random.nextBoolean() || !Double.isFinite(number);
        return isPlain ? random.nextInt(1_000_000) / 1000.0 : number;
    }

    private String text() {
        int[] characters = random.ints(random.nextInt(8), 0, 0x1_1000)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(c -> random.nextBoolean() ? c % 128 : c)
                .toArray();
        return new String(characters, 0, characters.length);
    }
}
