package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.access.consent.ConsentTerms;
import org.entente.access.licence.LicenceTerms;
import org.entente.access.policy.Attestation;
import org.entente.access.policy.GivenConsent;
import org.entente.access.policy.HeldLicence;
import org.entente.access.policy.Warrants;

/** Consents, licences and attestations from the few words of a scenario (see scenarios/README.md). */
final class Trusts {
    private static final JsonNode CONSENT = World.json("{\"giver\":{\"kind\":\"originator\",\"code\":\"XAA\"},"
            + "\"recipient\":\"XBB\",\"nations\":[\"XBB\"],\"purpose\":\"cyber-defence\",\"actions\":[\"view\"],"
            + "\"justification\":\"j\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\"}");
    private static final JsonNode MATERIAL =
            World.json("{\"categories\":[\"situational-awareness\",\"product-design\"],\"ceiling\":\"SECRET\"}");
    private static final JsonNode LICENCE = World.json("{\"authority\":\"a\",\"reference\":\"r\",\"recipient\":\"XBB\","
            + "\"regime\":\"EU\",\"codes\":[\"5A002\"],\"nationalities\":[\"XBB\"],\"purposes\":[\"cyber-defence\"],"
            + "\"actions\":[\"view\"],\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\"}");
    private static final JsonNode ATTESTATION =
            World.json("{\"partner\":\"XBB\",\"person\":\"a3f1\",\"course\":\"responsible-use\","
                    + "\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\"}");

    private Trusts() {}

    static Warrants of(JsonNode given) {
        Map<Integer, List<String>> courses = new HashMap<>();
        given.path("training")
                .fields()
                .forEachRemaining(tier -> courses.put(
                        Integer.valueOf(tier.getKey()),
                        List.of(World.JSON.convertValue(tier.getValue(), String[].class))));
        return new Warrants(
                World.each(given, "consents", false, Trusts::consent),
                World.each(given, "licences", false, Trusts::licence),
                World.each(given, "attestations", false, Trusts::attestation),
                courses);
    }

    /** Licences of which a question has been told that too little is left. */
    static Set<UUID> spent(JsonNode when) {
        Set<UUID> spent = new HashSet<>();
        when.path("spent").forEach(name -> spent.add(World.id(name.textValue())));
        return spent;
    }

    private static GivenConsent consent(ObjectNode stated) {
        UUID id = World.id(World.text(stated, "id", "c1"));
        ObjectNode terms = World.merged(CONSENT, stated);
        ObjectNode material = stated.withObject("/material").deepCopy();
        terms.set("material", material.has("asset") ? material : World.merged(MATERIAL, material));
        terms.remove("id");
        Instant from = Instant.parse(terms.remove("from").asText());
        ConsentTerms read = World.JSON.convertValue(terms, ConsentTerms.class);
        return new GivenConsent(id, read, from, read.until());
    }

    private static HeldLicence licence(ObjectNode stated) {
        UUID id = World.id(World.text(stated, "id", "l1"));
        ObjectNode terms = World.merged(LICENCE, stated);
        terms.remove("id");
        return new HeldLicence(id, World.JSON.convertValue(terms, LicenceTerms.class));
    }

    private static Attestation attestation(ObjectNode stated) {
        return World.JSON.convertValue(World.merged(ATTESTATION, stated), Attestation.class);
    }
}
