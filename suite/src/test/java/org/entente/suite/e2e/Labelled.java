package org.entente.suite.e2e;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Assets with labels by chance, so that each reader may discover some of them. */
final class Labelled {
    private static final List<String> LEVELS =
            List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");
    private static final List<String> CATEGORIES =
            List.of("situational-awareness", "shared-analysis", "sensitive", "public");
    private static final List<String> READERS = List.of("XBB", "XCC", "XDD");

    private final Random random;

    Labelled(long seed) {
        random = new Random(seed);
    }

    /** A registration of an address and a tool, each under a label of its own. */
    ObjectNode registration(String title) {
        ObjectNode registration = JsonNodeFactory.instance.objectNode().put("title", title);
        registration.set("defaultLabel", label());
        if (random.nextBoolean()) {
            registration.putObject("labelsByType").set("tool", label());
        }
        ArrayNode objects = registration
                .putObject("bundle")
                .put("type", "bundle")
                .put("id", "bundle--" + UUID.randomUUID())
                .putArray("objects");
        objects.addObject()
                .put("type", "ipv4-addr")
                .put("spec_version", "2.1")
                .put("id", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e")
                .put("value", "192.0.2.10");
        objects.addObject()
                .put("type", "tool")
                .put("spec_version", "2.1")
                .put("id", "tool--" + UUID.randomUUID())
                .put("created", "2026-01-01T00:00:00Z")
                .put("modified", "2026-01-01T00:00:00Z")
                .put("name", title);
        return registration;
    }

    private ObjectNode label() {
        ObjectNode label = JsonNodeFactory.instance.objectNode().put("policy", "ALLIANCE");
        label.put("classification", LEVELS.get(random.nextInt(LEVELS.size())));
        some(label.putArray("categories"), CATEGORIES, 4);
        some(label.putArray(random.nextInt(3) == 0 ? "displayableTo" : "releasableTo"), READERS, 2);
        if (random.nextInt(8) == 0) {
            label.putArray("compartments").add("ORION");
        }
        if (random.nextInt(12) == 0) {
            label.put("originatorControlled", true);
        }
        return label;
    }

    private void some(ArrayNode list, List<String> of, int oneIn) {
        list.add(of.get(random.nextInt(of.size())));
        of.stream()
                .filter(item ->
                        random.nextInt(oneIn) == 0 && !item.equals(list.get(0).asText()))
                .forEach(list::add);
    }
}
