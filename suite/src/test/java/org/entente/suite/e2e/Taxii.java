package org.entente.suite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.GrantTerms;
import org.jspecify.annotations.Nullable;

/** A partner's TAXII client. */
record Taxii(Acts acts, String account, String nation) {
    static final String MEDIA_TYPE = "application/taxii+json;version=2.1";
    static final List<String> TOPICS = List.of("situational-awareness", "shared-analysis");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An agreement that hands copies over, and a grant that reaches as deep as it goes; returns the grant. */
    static String agree(Acts acts, String partner) {
        acts.registerPartner(partner, "Republic of " + partner);
        String until = Instant.now().plus(Duration.ofHours(1)).toString();
        String agreement = acts.propose(new AgreementTerms(
                partner,
                "For machines",
                List.of(Situation.PURPOSE),
                TOPICS,
                "SECRET",
                List.of("discover", "view", "release"),
                3,
                Instant.now().toString(),
                until));
        acts.consent(partner.toLowerCase(Locale.ROOT) + "-officer", agreement);
        return acts.grant(new GrantTerms(agreement, 2, TOPICS, List.of(Situation.PURPOSE), until));
    }

    String root() {
        return "/taxii2/" + nation.toLowerCase(Locale.ROOT) + "-" + Situation.PURPOSE + "/";
    }

    String collection(String topic) {
        return root() + "collections/" + topic + "/";
    }

    Answer get(String path) {
        return acts.as(account).send("GET", path, null, "Accept", MEDIA_TYPE);
    }

    Answer contribute(String topic, JsonNode... objects) {
        ObjectNode envelope = JSON.createObjectNode();
        List.of(objects).forEach(envelope.putArray("objects")::add);
        return acts.as(account)
                .send(
                        "POST",
                        collection(topic) + "objects/",
                        envelope.toString(),
                        "Accept",
                        MEDIA_TYPE,
                        "Content-Type",
                        MEDIA_TYPE);
    }

    /** All pages of the objects of a topic. */
    List<Answer> pages(String topic, int limit) {
        List<Answer> pages = new ArrayList<>();
        @Nullable String next = null;
        do {
            Answer page = get(collection(topic) + "objects/?limit=" + limit + (next == null ? "" : "&next=" + next))
                    .expect(200);
            pages.add(page);
            next = page.json().path("next").textValue();
        } while (next != null);
        return pages;
    }

    /** The identifiers of all objects of a topic. */
    List<String> objects(String topic, int limit) {
        List<String> ids = new ArrayList<>();
        pages(topic, limit).forEach(page -> page.json()
                .path("objects")
                .forEach(object -> ids.add(object.path("id").asText())));
        return ids;
    }

    /** The identifiers of all objects, by topic. */
    List<List<String>> objects(int limit) {
        return TOPICS.stream().map(topic -> objects(topic, limit)).toList();
    }

    static ObjectNode indicator(String address) {
        return JSON.createObjectNode()
                .put("type", "indicator")
                .put("spec_version", "2.1")
                .put("id", "indicator--" + UUID.randomUUID())
                .put("created", "2026-01-01T00:00:00.000Z")
                .put("modified", "2026-01-01T00:00:00.000Z")
                .put("pattern", "[ipv4-addr:value = '" + address + "']")
                .put("pattern_type", "stix")
                .put("valid_from", "2026-01-01T00:00:00Z");
    }
}
