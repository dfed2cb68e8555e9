package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.entente.suite.e2e.AccessDatabase.Ending;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the originator controls is seen by a partner for as long as the originator consents, end to end. */
@ExtendWith(SuiteExtension.class)
class ConsentIT {
    private static final String WITHDRAWN = "org.entente.access.consent.withdrawn.v1";

    private final PackagedSuite suite;

    ConsentIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void opensOneAssetUntilItIsTakenBack() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String asset = controlled(acts);
            View absent = acts.view("xbb-analyst", UUID.randomUUID().toString(), Situation.PURPOSE);
            String consent = given(acts, material().put("asset", asset));
            assertThat(acts.view("xbb-analyst", asset, Situation.PURPOSE).shown())
                    .isEqualTo(1);

            // when
            answer(acts, consent, "withdrawal", "reason", "Shared too widely.");

            // then
            Answer gone = acts.view("xbb-analyst", asset, Situation.PURPOSE).answer();
            assertThat(gone.isLike(absent.answer())).isTrue();
            assertThat(Patience.until(
                            () -> acts.records("subject=" + consent + "&type=" + WITHDRAWN),
                            records -> !records.isEmpty()))
                    .extracting(event -> event.path("actor").asText())
                    .containsExactly("xaa-originator@XAA");
            assertThat(acts.receipt("xaa-auditor", consent)).isNotEmpty();
        }
    }

    @Test
    void aClassIsListedWhileItIsOpen() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String asset = controlled(acts);
            assertThat(acts.discoverable("xbb-analyst", Situation.PURPOSE)).doesNotContain(asset);
            ObjectNode ofClass = material().put("ceiling", "RESTRICTED");
            ofClass.putArray("categories").add("situational-awareness");
            String consent = given(acts, ofClass);
            assertThat(acts.discoverable("xbb-analyst", Situation.PURPOSE)).contains(asset);

            // when
            answer(acts, consent, "withdrawal", "reason", "No longer.");

            // then
            assertThat(acts.discoverable("xbb-analyst", Situation.PURPOSE)).doesNotContain(asset);
        }
    }

    @Test
    void endsWhileTheServiceIsDead() throws Exception {
        try (Situation situation = Situation.agreed(suite);
                AccessDatabase database = new AccessDatabase(suite.database(Part.ACCESS))) {
            // given
            Acts acts = situation.acts();
            String asset = controlled(acts);
            String consent = given(acts, material().put("asset", asset));
            assertThat(acts.view("xbb-analyst", asset, Situation.PURPOSE).shown())
                    .isEqualTo(1);
            suite.kill(Part.ACCESS);
            database.letTimePass(Ending.CONSENT, consent);

            // when
            suite.awaitReady(Part.ACCESS);

            // then
            assertThat(acts.view("xbb-analyst", asset, Situation.PURPOSE).isDenied())
                    .isTrue();
            assertThat(acts.as("xaa-liaison")
                            .get("/access/consents/" + consent)
                            .expect(200)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("expired");
        }
    }

    /** One address, under the control of its originator. */
    private static String controlled(Acts acts) {
        ObjectNode registration = JsonNodeFactory.instance.objectNode().put("title", "Controlled");
        ObjectNode label = registration
                .putObject("defaultLabel")
                .put("policy", "ALLIANCE")
                .put("classification", "RESTRICTED")
                .put("originatorControlled", true);
        label.putArray("releasableTo").add("XBB");
        label.putArray("categories").add("situational-awareness");
        registration
                .putObject("bundle")
                .put("type", "bundle")
                .put("id", "bundle--" + UUID.randomUUID())
                .putArray("objects")
                .addObject()
                .put("type", "ipv4-addr")
                .put("spec_version", "2.1")
                .put("id", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e")
                .put("value", "192.0.2.10");
        return acts.as("xaa-originator")
                .post("/catalog/assets", registration)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static ObjectNode material() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Asked by the liaison officer, given by the originator. */
    private static String given(Acts acts, ObjectNode material) {
        String until = Instant.now().plus(1, ChronoUnit.HOURS).toString();
        ObjectNode ask =
                JsonNodeFactory.instance.objectNode().put("recipient", "XBB").put("purpose", Situation.PURPOSE);
        ask.put("justification", "They are affected, too.").put("until", until).set("material", material);
        ask.putObject("giver").put("kind", "originator").put("code", "XAA");
        ask.putArray("actions").add("view");
        String consent = acts.as("xaa-liaison")
                .post("/access/consents", ask)
                .expect(201)
                .json()
                .path("id")
                .asText();
        answer(acts, consent, "giving", "until", until);
        return consent;
    }

    private static void answer(Acts acts, String consent, String move, String field, String value) {
        acts.as("xaa-originator")
                .post(
                        "/access/consents/" + consent + "/" + move,
                        JsonNodeFactory.instance.objectNode().put(field, value))
                .expect(200);
    }
}
