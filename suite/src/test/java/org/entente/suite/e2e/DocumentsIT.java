package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents end to end, with real decisions: shown portion by portion, found by what may be seen, gone when withdrawn. */
@ExtendWith(SuiteExtension.class)
class DocumentsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHARED = "(R//REL XBB) ";
    private static final String HOME_ONLY = "(S//NF) ";

    private final PackagedSuite suite;
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    DocumentsIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void showsThePortionsThatAreShared() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            String asset = register(situation.acts(), SHARED + "The pumps stood still.\n\n" + HOME_ONLY + word);

            // when
            Answer view = view(situation.acts(), asset);

            // then
            view.expect(200);
            assertThat(view.json().at("/document/portions/0/markdown").asText()).isEqualTo("The pumps stood still.");
            assertThat(view.json().at("/document/portions/0/mark").asText()).isEqualTo("(R//REL XAA,XBB)");
            assertThat(view.text()).doesNotContain(word);
        }
    }

    @Test
    void findsWhatMayBeSeenAndPutsItOnRecord() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String asset = register(acts, SHARED + "The " + word + " stood still.\n\n" + HOME_ONLY + "h" + word);

            // when
            JsonNode found = search(acts, word).expect(200).json();

            // then
            assertThat(found.at("/results/0/id").asText()).isEqualTo(asset);
            assertThat(found.path("count").asInt()).isEqualTo(1);
            assertThat(acts.receipt("xbb-analyst", found.path("disclosureId").asText()))
                    .isNotEmpty();
            assertThat(search(acts, "h" + word).expect(200).json().path("count").asInt())
                    .isZero();
        }
    }

    @Test
    void findsAndShowsNothingThatWasWithdrawn() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String asset = register(acts, SHARED + word);
            Answer absent = view(acts, UUID.randomUUID().toString());

            // when
            acts.as("xaa-originator")
                    .post(
                            "/catalog/assets/" + asset + "/withdrawal",
                            JSON.createObjectNode().put("reason", "By mistake."))
                    .expect(200);

            // then
            assertThat(view(acts, asset).isLike(absent)).isTrue();
            assertThat(search(acts, word).expect(200).json().path("count").asInt())
                    .isZero();
        }
    }

    private static String register(Acts acts, String markdown) {
        ObjectNode registration = JSON.createObjectNode().put("title", "A document");
        registration
                .putObject("defaultLabel")
                .put("policy", "ALLIANCE")
                .put("classification", "RESTRICTED")
                .putArray("categories")
                .add("situational-awareness");
        registration.withObjectProperty("defaultLabel").putArray("releasableTo").add("XBB");
        registration.putObject("document").put("markdown", markdown);
        return acts.as("xaa-originator")
                .post("/catalog/assets", registration)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Answer view(Acts acts, String asset) {
        return acts.as("xbb-analyst")
                .post(
                        "/catalog/assets/" + asset + "/views",
                        JSON.createObjectNode().put("purpose", Situation.PURPOSE));
    }

    private static Answer search(Acts acts, String query) {
        return acts.as("xbb-analyst").get("/catalog/search?purpose=" + Situation.PURPOSE + "&q=" + query);
    }
}
