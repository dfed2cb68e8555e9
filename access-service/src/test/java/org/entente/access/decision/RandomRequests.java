package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates requests that are nearly right: a sound one, of which some members are replaced, lost, added or damaged. */
final class RandomRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values as they are written, so that they may be no JSON at all. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-0",
            "123456789012345678901234567890",
            "NaN",
            "\"\"",
            "\" \"",
            "\"*\"",
            "\"person\"",
            "\"asset\"",
            "\"view\"",
            "\"release\"",
            "\"XAA\"",
            "\"ALLIANCE\"",
            "\"TOP-SECRET\"",
            "\"2026-11-23T10:00:00Z\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\uffff\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[[]]",
            "[null]",
            "[\"*\"]",
            "{}",
            "{\"\": 1}",
            "{\"a\": {\"a\": {\"a\": []}}}",
            "{\"type\": \"person\", \"id\": \"x\"}",
            "{\"policy\": \"ALLIANCE\", \"classification\": \"UNCLASSIFIED\", \"releasableTo\": [\"*\"]}",
            "[".repeat(70) + "]".repeat(70));

    private static final List<String> NAMES = List.of(
            "subject",
            "type",
            "id",
            "properties",
            "name",
            "portions",
            "tearlines",
            "labels",
            "label",
            "evaluations",
            "options",
            "evaluations_semantic",
            "instant",
            "exercise",
            "publicRelease",
            "clearances",
            "futureField");

    private final Random random;
    private final JsonNode sound;

    RandomRequests(Random random, String sound) throws JsonProcessingException {
        this.random = random;
        this.sound = JSON.readTree(sound);
    }

    byte[] next() {
        JsonNode root = sound.deepCopy();
        List<String> values = new ArrayList<>();
        for (int change = random.nextInt(3); change >= 0; change--) {
            change(root, values);
        }
        String text = root.toString();
        for (int index = 0; index < values.size(); index++) {
            text = text.replace("\"@" + index + "@\"", values.get(index));
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(5) == 0 ? damaged(body) : body;
    }

    private void change(JsonNode root, List<String> values) {
        List<JsonNode> containers = new ArrayList<>(List.of(root));
        for (int index = 0; index < containers.size(); index++) {
            containers.get(index).forEach(child -> {
                if (child.isContainerNode()) {
                    containers.add(child);
                }
            });
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            change(object, values);
        } else if (container instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value(values));
        }
    }

    private void change(ObjectNode object, List<String> values) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        boolean adds = members.isEmpty() || random.nextInt(4) == 0;
        String name = adds ? one(NAMES) : one(members);
        if (!adds && random.nextInt(3) == 0) {
            object.remove(name);
        } else {
            object.put(name, value(values));
        }
    }

    private String value(List<String> values) {
        values.add(one(VALUES));
        return "@" + (values.size() - 1) + "@";
    }

    private byte[] damaged(byte[] body) {
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
