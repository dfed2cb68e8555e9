package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tearline goes through real decisions, and what is marked anew is shown to nobody under its old labels. */
@ExtendWith(SuiteExtension.class)
class TearlineIT {
    private final PackagedSuite suite;

    TearlineIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void isShownInPlaceOfWhatStaysProtected() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            View before = situation.view();
            String tearline = drafted(situation);
            decide(situation, "tearlines/" + tearline, "xaa-originator-2").expect(200);

            // when
            View view = situation.view();

            // then
            assertThat(view.answer().json().at("/tearline/id").asText()).isEqualTo(tearline);
            assertThat(view.shown()).isEqualTo(before.shown());
            assertThat(view.objects())
                    .containsAll(before.objects())
                    .hasSizeGreaterThan(before.objects().size());
            assertThat(acts.receipt("xbb-analyst", view.decision().orElseThrow()))
                    .isNotEmpty();
        }
    }

    @Test
    void isOnRecordWithBothPersons() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            String tearline = drafted(situation);

            // when
            decide(situation, "tearlines/" + tearline, "xaa-originator-2").expect(200);

            // then
            String filter = "subject=" + situation.asset().id() + "&type=org.entente.catalog.tearline.";
            assertThat(actors(situation, filter + "drafted.v1")).containsExactly("xaa-originator@XAA");
            assertThat(actors(situation, filter + "decided.v1")).containsExactly("xaa-originator-2@XAA");
        }
    }

    @Test
    void leavesNothingToWhoMayNotSeeItOnceEverythingIsRedacted() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String remarking = redaction(situation);

            // when
            decide(situation, "remarkings/" + remarking, "xaa-originator-2").expect(200);

            // then
            View absent = acts.view("xbb-analyst", UUID.randomUUID().toString(), Situation.PURPOSE);
            assertThat(situation.view().answer().isLike(absent.answer())).isTrue();
            assertThat(acts.discoverable("xbb-analyst", Situation.PURPOSE))
                    .doesNotContain(situation.asset().id());
        }
    }

    /** Whose acts are on record, as soon as there is one. */
    private static List<String> actors(Situation situation, String filter) {
        return Patience.until(() -> situation.acts().records(filter), records -> !records.isEmpty()).stream()
                .map(event -> event.path("actor").asText())
                .toList();
    }

    private static String drafted(Situation situation) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode audience = request.putObject("audience")
                .put("partner", "XBB")
                .put("purpose", Situation.PURPOSE)
                .put("assurance", "password");
        audience.putArray("clearances").add("ALLIANCE:SECRET");
        ObjectNode label = request.putObject("label").put("policy", "ALLIANCE").put("classification", "RESTRICTED");
        label.putArray("releasableTo").add("XBB");
        label.putArray("categories").add("situational-awareness");
        return created(situation, "tearlines", request);
    }

    private static String redaction(Situation situation) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("reason", "The source has been exposed.");
        ObjectNode change = request.putArray("changes").addObject().put("title", true);
        change.putObject("label")
                .put("policy", "ALLIANCE")
                .put("classification", "TOP-SECRET")
                .putArray("categories")
                .add("sensitive");
        return created(situation, "remarkings", request);
    }

    private static String created(Situation situation, String what, JsonNode request) {
        return situation
                .acts()
                .as("xaa-originator")
                .post("/catalog/assets/" + situation.asset().id() + "/" + what, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Answer decide(Situation situation, String what, String account) {
        return situation
                .acts()
                .as(account)
                .post(
                        "/catalog/assets/" + situation.asset().id() + "/" + what + "/approval",
                        JsonNodeFactory.instance.objectNode());
    }
}
