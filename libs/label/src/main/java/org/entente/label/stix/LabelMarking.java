package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.entente.label.Label;
import org.entente.label.LabelException;

/** A label as a STIX marking definition: a property extension that holds the label's wire form. */
public final class LabelMarking {

    /** The id of our extension of marking definitions (STIX 2.1, section 7.3). */
    public static final String EXTENSION = "extension-definition--b6dd3a58-6a3b-4b2f-8f4d-3c2e1c1d7a90";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelMarking() {}

    /** The marking definition that carries the label; the same label always has the same id.
     * @param created of the marking definition, cut to milliseconds
     */
    public static ObjectNode of(Label label, Instant created) {
        ObjectNode marking = JSON.createObjectNode();
        marking.put("type", StixObject.MARKING_DEFINITION);
        marking.put("spec_version", "2.1");
        marking.put("id", StixObject.MARKING_DEFINITION + "--" + id(label.canonical()));
        marking.put("created", created.truncatedTo(ChronoUnit.MILLIS).toString());
        marking.put("name", label.policy() + " " + label.classification());
        marking.putObject("extensions")
                .putObject(EXTENSION)
                .put("extension_type", "property-extension")
                .set("label", JSON.valueToTree(label));
        return marking;
    }

    /** The label of our extension.
     * @throws LabelException where the extension holds something else
     */
    static Label label(JsonNode extension) {
        extension.fieldNames().forEachRemaining(field -> {
            if (!field.equals("label") && !field.equals("extension_type")) {
                throw new LabelException("/" + field, "is not a known field");
            }
        });
        if (!extension.path("label").isObject()) {
            throw new LabelException("/label", "is required");
        }
        try {
            return Label.of(extension.path("label"));
        } catch (LabelException fault) {
            throw fault.under("/label");
        }
    }

    /** A name-based UUID of version 5 (RFC 9562, section 5.5), that of the extension being the name space. */
    private static UUID id(byte[] name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(bytes(UUID.fromString(EXTENSION.substring(EXTENSION.indexOf("--") + 2))));
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
            long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
            long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    private static ByteBuffer bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip();
    }
}
