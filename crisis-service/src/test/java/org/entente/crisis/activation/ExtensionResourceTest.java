package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.agree;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.entente.crisis.Crisis.signal;
import static org.entente.crisis.Crisis.terms;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.entente.crisis.Told;
import org.entente.crisis.Topic;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.SignedOrder;
import org.entente.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExtensionResourceTest {

    @Test
    void isOrderedUnderSignatureWithThoseWhoDecided() {
        String id = running(plan(indicator(), Map.of("extensions", 1)), "PT30M");

        ActivationOrder start = order(Topic.about(id, "activation.started"), "activation.started");

        assertThat(start.activation()).isEqualTo(id);
        assertThat(start.persons()).hasSize(2).doesNotHaveDuplicates();
        assertThat(start.criterionMet()).isFalse();
        assertThat(start.planSha256()).isEqualTo(org.entente.crisis.Crisis.digest(start.plan(), 1));
    }

    @Test
    void needsAFreshDecisionAndNeverPassesTheMaximum() {
        String id = running(plan(indicator(), Map.of("extensions", 1)), "PT30M");
        authority()
                .body(Map.of("duration", "PT31M", "reason", "More"))
                .post("/crisis/activations/{id}/extensions", id)
                .then()
                .statusCode(422)
                .body("field", equalTo("/duration"));
        authority()
                .body(Map.of("duration", "PT30M", "reason", "Still down"))
                .post("/crisis/activations/{id}/extensions", id)
                .then()
                .statusCode(201)
                .body("state", equalTo("awaiting-second-person"));
        authority()
                .post("/crisis/activations/{id}/extensions/1/confirmation", id)
                .then()
                .statusCode(403);

        Response decided = secondAuthority().post("/crisis/activations/{id}/extensions/1/confirmation", id);

        decided.then().statusCode(200).body("state", equalTo("decided"));
        ActivationOrder extension = order(Topic.about(id, "activation.extended"), "activation.extended");
        assertThat(extension.number()).isEqualTo(1);
        assertThat(extension.persons()).hasSize(2);
        assertThat(java.time.Duration.between(extension.from(), extension.until()))
                .hasHours(1);
        secondAuthority()
                .body(Map.of("duration", "PT1S", "reason", "More"))
                .post("/crisis/activations/{id}/extensions", id)
                .then()
                .statusCode(422);
    }

    @Test
    void allActivationsShareTheAllowance() {
        Map<String, String> allowance = Map.of("atMost", "PT1H", "within", "P1D");
        String plan = plan(indicator(), Map.of("extensions", 1, "allowance", allowance));
        String first = running(plan, "PT30M");
        authority()
                .body(Map.of("reason", "Over"))
                .post("/crisis/activations/{id}/end", first)
                .then()
                .statusCode(200);
        authority()
                .body(activation(plan, "PT1H"))
                .post("/crisis/activations")
                .then()
                .statusCode(422)
                .body("field", equalTo("/duration"));
        String second = running(plan, "PT30M");

        Response more = authority()
                .body(Map.of("duration", "PT30M", "reason", "Still down"))
                .post("/crisis/activations/{id}/extensions", second);

        more.then().statusCode(422).body("field", equalTo("/duration"));
        authority()
                .body(Map.of("duration", "PT28M", "reason", "Still down"))
                .post("/crisis/activations/{id}/extensions", second)
                .then()
                .statusCode(201);
    }

    @Test
    void endsWhenTheCriterionFallsWhereThePlanSaysSo() throws SQLException {
        String indicator = indicator();
        String plan = plan(
                indicator,
                Map.of(
                        "criterion",
                        Map.of("expression", "level('" + indicator + "') >= 50.0", "hold", "PT0S"),
                        "endsEarly",
                        Map.of("whenCriterionFalls", true)));
        agency().body(Map.of("indicator", indicator, "value", 100, "source", "grid sensors", "halfLife", "PT1H"))
                .post("/crisis/signals")
                .then()
                .statusCode(201);

        String id = authority()
                .body(activation(plan, "PT30M"))
                .post("/crisis/activations")
                .then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .extract()
                .path("id");

        fade(indicator);

        JsonNode ended = Topic.about(id, "activation.ended").get(2).path("data");
        assertThat(ended.path("endedBy").textValue()).isEqualTo("criterion");
        assertThat(Topic.about(plan, "criterion.fell"))
                .filteredOn(event -> event.path("type").textValue().contains("criterion"))
                .allMatch(event -> !event.has("partner"));
        authority()
                .get("/crisis/plans/{id}/criterion", plan)
                .then()
                .statusCode(200)
                .body("isMet", equalTo(false))
                .body("because[0].indicator", equalTo(indicator));
    }

    /** As if five hours had gone since what was reported of it. */
    private static void fade(String indicator) throws SQLException {
        String older = "update signal set reported_at = reported_at - interval '5 hours' where indicator = ?";
        try (Connection connection = EmbeddedServers.superuser("crisis");
                PreparedStatement update = connection.prepareStatement(older)) {
            update.setString(1, indicator);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void takesAsManyAsThePlanSays() {
        String indicator = indicator();
        String plan = plan(indicator, Map.of("activators", Map.of("withCriterion", 2, "without", 3)));
        signal(indicator, 100);
        String id = authority()
                .body(activation(plan, "PT1M"))
                .post("/crisis/activations")
                .then()
                .statusCode(201)
                .body("state", equalTo("awaiting-second-person"))
                .extract()
                .path("id");

        Response second = secondAuthority().post("/crisis/activations/{id}/confirmation", id);

        second.then().statusCode(200).body("state", equalTo("active"));
    }

    @Test
    void whoMustBeToldIsKeptTrackOf() {
        String plan = plan(
                indicator(),
                Map.of(
                        "notifications",
                        List.of(
                                Map.of("who", "originators", "what", "What was shared", "within", "PT72H"),
                                Map.of("who", "oversight", "what", "That it was", "within", "PT1S"))));
        String id = running(plan, "PT1M");
        Told.eventually(() -> authority()
                .get("/crisis/duties?activation=" + id)
                .jsonPath()
                .getList("state")
                .equals(List.of("missed", "open")));
        List<String> duties =
                authority().get("/crisis/duties?activation=" + id).jsonPath().getList("id");

        Response sent = authority().body(Map.of("how", "Note 1")).post("/crisis/duties/{id}/sending", duties.get(1));

        sent.then().statusCode(200).body("state", equalTo("sent")).body("content.how.ceiling", equalTo("SECRET"));
        authority()
                .body(Map.of("how", "Note 2"))
                .post("/crisis/duties/{id}/sending", duties.get(0))
                .then()
                .body("state", equalTo("sent-late"))
                .body("content.why", notNullValue());
        authority().get("/crisis/duties?activation=" + id).then().body("state", contains("sent-late", "sent"));
        assertThat(Topic.about(duties.get(0), "duty.missed")).isNotEmpty();
    }

    private static String plan(String indicator, Map<String, Object> more) {
        Map<String, Object> terms = terms(indicator, "XBB");
        terms.putAll(more);
        String plan = authority()
                .body(terms)
                .post("/crisis/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        agree(plan, 1, "XBB");
        return plan;
    }

    private static String running(String plan, String duration) {
        String id = authority()
                .body(activation(plan, duration))
                .post("/crisis/activations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        secondAuthority()
                .post("/crisis/activations/{id}/confirmation", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        return id;
    }

    private static ActivationOrder order(List<JsonNode> events, String type) {
        String signed = events.stream()
                .filter(event -> event.path("type").textValue().contains(type))
                .findFirst()
                .orElseThrow()
                .path("data")
                .path("order")
                .textValue();
        String text = authority().get("/crisis/keys/orders").asString();
        VerifierKey key = VerifierKey.parse(text);
        return SignedOrder.verified(signed, Map.<String, BiPredicate<String, byte[]>>of(text, key::verifies));
    }
}
