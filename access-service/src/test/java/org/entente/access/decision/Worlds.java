package org.entente.access.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Small worlds by chance, dense enough that permits, denials and activations all happen. */
final class Worlds {
    private static final List<String> CATEGORIES =
            List.of("public", "situational-awareness", "shared-analysis", "sensitive");
    private static final List<String> LEVELS = List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET");
    private static final List<String> PURPOSES = List.of("cyber-defence", "crisis-response", "disaster-relief");
    private static final List<String> TIMES =
            List.of("2026-06-15T11:00:00Z", "2026-06-15T12:00:00Z", "2026-06-15T12:00:01Z", "2026-07-01T00:00:00Z");

    private static final List<String> CONDITIONS = List.of(
            "context.purpose == 'cyber-defence'",
            "subject.partner != 'XBB'",
            "!('sensitive' in resource.categories)",
            "resource.tier < 2",
            "subject.country == 'XBB'");

    private final Random random;

    Worlds(Random random) {
        this.random = random;
    }

    ObjectNode given() {
        ObjectNode given = World.JSON.createObjectNode();
        given.putObject("partners").put("XBB", "NORMAL").put("XCC", "NORMAL");
        ArrayNode agreements = given.putArray("agreements");
        ArrayNode grants = given.putArray("grants");
        for (int number = 0; number <= random.nextInt(3); number++) {
            agreements.add(agreement("a" + number, "XBB"));
            for (int grant = 0; grant < random.nextInt(3); grant++) {
                grants.add(grant("g" + number + grant, "a" + number));
            }
        }
        ArrayNode activations = given.putArray("activations");
        for (int number = 0; number < random.nextInt(3); number++) {
            activations.add(activation(random.nextInt(4) == 0 ? "XCC" : "XBB"));
        }
        return given;
    }

    ObjectNode when() {
        ObjectNode when = World.JSON.createObjectNode().put("purpose", one(PURPOSES));
        ObjectNode portions = when.putObject("portions");
        for (int number = 0; number < 6; number++) {
            portions.set("p" + number, label());
        }
        ObjectNode tearlines = when.putObject("tearlines");
        for (int number = 0; number < random.nextInt(3); number++) {
            tearlines.set("t" + number, label());
        }
        return when;
    }

    /** A label that keeps XBB out, in one way or several. */
    ObjectNode secretLabel() {
        ObjectNode label = label();
        switch (random.nextInt(4)) {
            case 0 -> label.putArray("releasableTo").add("XCC");
            case 1 -> label.putArray("compartments").add("ORION");
            case 2 -> label.put("classification", "TOP-SECRET");
            default -> label.put("originatorControlled", true);
        }
        return label;
    }

    /** Makes a label stricter in one way. */
    void restrict(ObjectNode label) {
        switch (random.nextInt(5)) {
            case 0 -> label.putArray("releasableTo").add("XCC");
            case 1 -> label.putArray("compartments").add("ORION");
            case 2 -> label.put("classification", "TOP-SECRET");
            case 3 -> label.withArray("/categories").add("sensitive");
            default -> label.putArray("proprietaryOwners").add("XAA-AEROWORKS");
        }
    }

    /** The same for XBB, but that it may be watched, and that XCC has other agreements, grants and plans. */
    ObjectNode differingInSecrets(ObjectNode given) {
        ObjectNode other = given.deepCopy();
        other.withObject("/partners")
                .put("XBB", random.nextBoolean() ? "WATCH" : "NORMAL")
                .put("XDD", "NORMAL");
        other.withArray("/agreements").add(agreement("other", "XCC"));
        other.withArray("/grants").add(grant("other", "other"));
        other.withArray("/activations").add(activation("XCC"));
        return other;
    }

    private ObjectNode agreement(String id, String partner) {
        ObjectNode agreement = World.JSON.createObjectNode().put("id", id).put("partner", partner);
        agreement.put("consented", random.nextInt(6) > 0).put("ceiling", one(LEVELS.subList(1, 4)));
        if (random.nextInt(4) == 0) {
            agreement.put("until", one(TIMES));
        }
        some(agreement.putArray("categories"), CATEGORIES);
        some(agreement.putArray("purposes"), PURPOSES);
        if (random.nextInt(3) == 0) {
            condition(agreement);
        }
        return agreement;
    }

    /** Adds a condition: one that holds, one that does not, one that depends on the label, or one that fails. */
    void condition(ObjectNode agreement) {
        agreement
                .withArray("/conditions")
                .addObject()
                .put("clause", "c" + random.nextInt())
                .put("expression", one(CONDITIONS));
    }

    private ObjectNode grant(String id, String agreement) {
        ObjectNode grant = World.JSON.createObjectNode().put("id", id).put("agreement", agreement);
        grant.put("tier", random.nextInt(4));
        if (random.nextInt(4) == 0) {
            grant.put(random.nextBoolean() ? "until" : "reviewDue", one(TIMES));
        }
        some(grant.putArray("categories"), CATEGORIES);
        some(grant.putArray("purposes"), PURPOSES);
        return grant;
    }

    private ObjectNode activation(String partner) {
        ObjectNode activation = World.JSON.createObjectNode().put("tier", random.nextInt(4));
        activation
                .put("ceiling", one(LEVELS))
                .put("from", one(TIMES.subList(0, 2)))
                .put("until", one(TIMES));
        activation.putArray("partners").add(partner);
        some(activation.putArray("categories"), CATEGORIES);
        some(activation.putArray("purposes"), PURPOSES);
        return activation;
    }

    private ObjectNode label() {
        ObjectNode label = World.JSON.createObjectNode().put("classification", one(LEVELS));
        ArrayNode categories = label.putArray("categories").add(one(CATEGORIES));
        if (random.nextInt(4) == 0) {
            categories.add(one(CATEGORIES));
        }
        label.putArray("releasableTo").add(random.nextInt(4) == 0 ? "XCC" : "XBB");
        return label;
    }

    private void some(ArrayNode list, List<String> of) {
        of.stream().filter(item -> random.nextInt(3) > 0).forEach(list::add);
        if (list.isEmpty()) {
            list.add(one(of));
        }
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
