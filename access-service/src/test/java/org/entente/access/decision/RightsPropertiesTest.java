package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consents, licences and attestations only ever open, and never more than they say. */
class RightsPropertiesTest {
    private static final List<String> CATEGORIES = List.of("situational-awareness", "sensitive", "product-design");
    private static final List<String> LEVELS = List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET");
    private static final List<String> PURPOSES = List.of("cyber-defence", "disaster-relief");
    private static final List<String> NATIONS = List.of("XBB", "XCC", "XDD");
    private static final List<String> ORIGINATORS = List.of("XAA", "XCC");
    private static final List<String> OWNERS = List.of("XAA-AEROWORKS", "XAA-OPTICS");
    private static final List<String> ACTIONS = List.of("view", "release");
    private static final List<String> TIMES = List.of("2026-06-15T12:00:00Z", "2026-07-01T00:00:00Z");
    private static final List<String> CODES = List.of("5A002", "9A012");

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takingOneAwayNeverWidens(int seed) {
        // given
        Random random = new Random(seed);
        ObjectNode given = given(random);
        ObjectNode when = when(random);
        Set<String> before = permitted(given, when);
        ArrayNode list = given.withArray(
                "/" + List.of("consents", "licences", "attestations").get(random.nextInt(3)));

        // when
        list.remove(random.nextInt(Math.max(1, list.size())));

        // then
        assertThat(before).containsAll(permitted(given, when));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutAnyNothingGoesThatOthersHaveASayIn(int seed) {
        // given
        Random random = new Random(seed);
        ObjectNode given = given(random);
        ObjectNode when = when(random);

        // when
        given.putArray("consents");
        given.putArray("licences");

        // then
        assertThat(permitted(given, when)).allSatisfy(portion -> {
            var label = when.get("portions").get(portion);
            assertThat(label.has("originatorControlled")
                            || label.has("proprietaryOwners")
                            || label.has("exportControls"))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSpentLicenceNeverWidens(int seed) {
        // given
        Random random = new Random(seed);
        ObjectNode given = given(random);
        ObjectNode when = when(random);
        Set<String> before = permitted(given, when);

        // when
        when.putArray("spent").add("l" + random.nextInt(3));

        // then
        assertThat(before).containsAll(permitted(given, when));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFurtherNationalityNeverWidens(int seed) {
        // given
        Random random = new Random(seed);
        ObjectNode given = given(random);
        ObjectNode when = when(random);
        Set<String> before = permitted(given, when);

        // when
        when.withArray("/nationalities").add(one(random, NATIONS));

        // then
        assertThat(before).containsAll(permitted(given, when));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aConsentOpensNothingOutsideItsWords(int seed) {
        // given
        Random random = new Random(seed);
        ObjectNode given = given(random);
        ObjectNode when = when(random);
        Set<String> before = permitted(given, when);
        ObjectNode consent = consent(random, 99);

        // when
        given.withArray("/consents").add(consent);

        // then
        Set<String> opened = permitted(given, when);
        opened.removeAll(before);
        assertThat(opened).allSatisfy(portion -> isSaid(consent, when, portion));
    }

    /** Read from the scenario itself, not through what decides. */
    private static void isSaid(ObjectNode consent, ObjectNode when, String portion) {
        var label = when.get("portions").get(portion);
        assertThat(consent.get("purpose")).isEqualTo(when.get("purpose"));
        assertThat(texts(consent.get("nations"))).contains("XBB");
        assertThat(texts(consent.get("actions"))).contains(when.get("action").textValue());
        assertThat(consent.get("until").textValue()).isGreaterThan(World.NOW.toString());
        var material = consent.get("material");
        if (material.has("asset")) {
            assertThat(material.get("asset").textValue()).isEqualTo("9b2e");
        } else {
            assertThat(texts(material.get("categories"))).containsAll(texts(label.get("categories")));
            assertThat(LEVELS.indexOf(label.get("classification").textValue()))
                    .isLessThanOrEqualTo(LEVELS.indexOf(material.get("ceiling").textValue()));
        }
        String giver = consent.at("/giver/code").textValue();
        if (consent.at("/giver/kind").textValue().equals("owner")) {
            assertThat(texts(label.get("proprietaryOwners"))).contains(giver);
        } else {
            assertThat(label.get("originator").textValue()).isEqualTo(giver);
        }
    }

    private static ObjectNode given(Random random) {
        ObjectNode given = World.JSON.createObjectNode();
        ObjectNode agreement = given.putArray("agreements").addObject();
        ObjectNode grant = given.putArray("grants").addObject().put("tier", 4);
        for (ObjectNode terms : List.of(agreement, grant)) {
            CATEGORIES.forEach(terms.withArray("/categories")::add);
            PURPOSES.forEach(terms.withArray("/purposes")::add);
        }
        agreement.putArray("actions").add("view").add("release");
        for (int number = 0; number < 6; number++) {
            given.withArray("/consents").add(consent(random, number));
        }
        for (int number = 0; number < 3; number++) {
            given.withArray("/licences").add(licence(random, number));
        }
        given.withObject("/training").putArray("3").add("responsible-use");
        given.putArray("attestations").addObject().put("person", one(random, List.of("a3f1", "b4c2")));
        return given;
    }

    private static ObjectNode consent(Random random, int number) {
        ObjectNode consent = World.JSON.createObjectNode().put("id", "c" + number);
        boolean isOwner = random.nextInt(3) == 0;
        consent.putObject("giver")
                .put("kind", isOwner ? "owner" : "originator")
                .put("code", one(random, isOwner ? OWNERS : ORIGINATORS));
        consent.put("purpose", one(random, PURPOSES)).put("until", one(random, TIMES));
        some(random, consent.putArray("nations"), NATIONS);
        some(random, consent.putArray("actions"), ACTIONS);
        ObjectNode material = consent.putObject("material");
        if (random.nextInt(3) == 0) {
            material.put("asset", one(random, List.of("9b2e", "other")));
        } else {
            some(random, material.putArray("categories"), CATEGORIES);
            material.put("ceiling", one(random, LEVELS.subList(1, 4)));
        }
        return consent;
    }

    private static ObjectNode licence(Random random, int number) {
        ObjectNode licence = World.JSON.createObjectNode().put("id", "l" + number);
        licence.put("until", one(random, TIMES));
        some(random, licence.putArray("codes"), CODES);
        some(random, licence.putArray("nationalities"), NATIONS);
        some(random, licence.putArray("purposes"), PURPOSES);
        some(random, licence.putArray("actions"), ACTIONS);
        if (random.nextBoolean()) {
            licence.putObject("quantity").put("count", 3).put("of", "accesses");
        }
        return licence;
    }

    private static ObjectNode when(Random random) {
        ObjectNode when = World.JSON
                .createObjectNode()
                .put("purpose", one(random, PURPOSES))
                .put("action", one(random, ACTIONS))
                .put("dataRoom", "room-1");
        some(random, when.putArray("nationalities"), NATIONS.subList(0, 2));
        for (int number = 0; number < 8; number++) {
            ObjectNode label = when.withObject("/portions").putObject("p" + number);
            label.put("originator", one(random, ORIGINATORS)).put("classification", one(random, LEVELS));
            label.putArray("categories").add(one(random, CATEGORIES.subList(0, 2)));
            label.putArray("releasableTo").add("XBB");
            switch (random.nextInt(4)) {
                case 0 -> label.put("originatorControlled", true);
                case 1 -> label.putArray("proprietaryOwners").add(one(random, OWNERS));
                case 2 ->
                    label.putArray("exportControls")
                            .addObject()
                            .put("regime", "EU")
                            .put("code", one(random, CODES));
                default -> label.putArray("compartments");
            }
        }
        return when;
    }

    private static Set<String> permitted(ObjectNode given, ObjectNode when) {
        return new HashSet<>(
                Decider.decide(World.question(when), World.policy(given)).view().portions());
    }

    private static List<String> texts(JsonNode list) {
        return List.of(World.JSON.convertValue(list, String[].class));
    }

    private static void some(Random random, ArrayNode list, List<String> of) {
        of.stream().filter(item -> random.nextInt(3) > 0).forEach(list::add);
        if (list.isEmpty()) {
            list.add(one(random, of));
        }
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
