package org.entente.crisis.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.crisis.Told;
import org.entente.crisis.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DegradationResourceTest {

    @Test
    void aSurgeAboutAPartnerNarrowsStepByStepAndByItself() {
        String indicator = indicator();
        inForce(rule(indicator));
        report(indicator, 40, "XBB");
        Told.eventually(() -> mine("XBB", indicator).equals(List.of("downloads-off")));

        report(indicator, 90, "XBB");

        Told.eventually(() -> mine("XBB", indicator).size() == 2);
        assertThat(mine("XBB", indicator)).containsExactlyInAnyOrder("downloads-off", "nothing");
        assertThat(mine("XCC", indicator)).isEmpty();
    }

    @Test
    void tellsThePartnerWhatChangedAndWhatStays() {
        String id = narrowed("XBB", "situational-awareness-only");

        Response seen = analyst("XBB").get("/crisis/degradations/{id}", id);

        seen.then()
                .statusCode(200)
                .body("posture", equalTo("contained"))
                .body("changes", notNullValue())
                .body("stays", notNullValue())
                .body("reason", nullValue())
                .body("startedBy", nullValue());
        analyst("XCC").get("/crisis/degradations/{id}", id).then().statusCode(404);
        JsonNode event = Topic.about(id, "degradation.started").get(0);
        assertThat(event.path("partner").textValue()).isEqualTo("XBB");
        assertThat(event.path("data").path("posture").textValue()).isEqualTo("contained");
        assertThat(event.path("data").path("stays").textValue()).isNotBlank();
    }

    @Test
    void isReversedByTwoPersonsOnly() {
        String id = narrowed("XBB", "nothing");
        authority()
                .body(Map.of("reason", "Checked"))
                .post("/crisis/degradations/{id}/reversal", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("reversal-proposed"));
        analyst("XBB").get("/crisis/degradations/{id}", id).then().body("state", equalTo("active"));
        authority()
                .post("/crisis/degradations/{id}/reversal/approval", id)
                .then()
                .statusCode(403);

        Response answer = secondAuthority().post("/crisis/degradations/{id}/reversal/approval", id);

        answer.then().statusCode(200).body("state", equalTo("reversed"));
        List<JsonNode> events = Topic.about(id, "degradation.reversed");
        assertThat(events.get(events.size() - 1).path("data").path("persons")).hasSize(2);
    }

    @Test
    void aRuleThatOnePersonProposesDoesNothing() {
        String indicator = indicator();
        authority()
                .body(rule(indicator))
                .post("/crisis/degradation-rules")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"));

        report(indicator, 100, "XBB");

        String later = indicator();
        inForce(rule(later));
        report(later, 100, "XBB");
        Told.eventually(() -> !mine("XBB", later).isEmpty());
        assertThat(mine("XBB", indicator)).isEmpty();
    }

    @Test
    void publishesItsSteps() {
        Response steps = officer("XBB").get("/crisis/degradations/steps");

        steps.then()
                .statusCode(200)
                .body("", hasSize(4))
                .body("step", hasItem("situational-awareness-only"))
                .body("posture", not(hasItem("normal")));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"name": "Rule", "scope": "all", "steps": []}                                                  | /name
        {"name": "rule", "steps": []}                                                                  | /scope
        {"name": "rule", "scope": "all", "steps": []}                                                  | /steps
        {"name": "rule", "scope": "all", "partners": ["XBB"], "steps": []}                             | /partners
        {"name": "rule", "scope": "all", "steps": [{"when": "level('a') > 1.0"}]}                      | /steps/0/step
        {"name": "rule", "scope": "all", "steps": [{"step": "nothing", "when": "level('a')"}]}         | /steps/0/when
        {"name": "rule", "scope": "all", "hold": "-PT1S", "steps": [{"step": "nothing", "when": "level('a') > 1.0"}]} | /hold
        """)
    void namesTheFieldAtFault(String rule, String pointer) {
        authority()
                .body(rule)
                .when()
                .post("/crisis/degradation-rules")
                .then()
                .statusCode(400)
                .body("field", equalTo(pointer));
    }

    @Test
    void isNothingForPartnersAndApplicationsToDo() {
        Map<String, Object> narrowing = Map.of("partner", "XBB", "step", "nothing", "reason", "No");

        officer("XBB").body(narrowing).post("/crisis/degradations").then().statusCode(403);
        agency().body(narrowing).post("/crisis/degradations").then().statusCode(403);
        officer("XBB")
                .body(rule(indicator()))
                .post("/crisis/degradation-rules")
                .then()
                .statusCode(403);
    }

    private static List<String> mine(String partner, String indicator) {
        return authority()
                .get("/crisis/degradations")
                .jsonPath()
                .getList("findAll { it.partner == '" + partner + "' && it.rule == 'rule-" + indicator + "' }.step");
    }

    private static String narrowed(String partner, String step) {
        return authority()
                .body(Map.of("partner", partner, "step", step, "reason", "Their network is under attack"))
                .post("/crisis/degradations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void inForce(Map<String, Object> rule) {
        String id = authority()
                .body(rule)
                .post("/crisis/degradation-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        authority().post("/crisis/degradation-rules/{id}/approval", id).then().statusCode(403);
        secondAuthority()
                .post("/crisis/degradation-rules/{id}/approval", id)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> rule(String indicator) {
        return new TreeMap<>(Map.of(
                "name",
                "rule-" + indicator,
                "scope",
                "partner",
                "steps",
                List.of(
                        Map.of("step", "downloads-off", "when", "level('" + indicator + "') >= 30.0"),
                        Map.of("step", "nothing", "when", "level('" + indicator + "') >= 80.0"))));
    }

    private static void report(String indicator, int value, String partner) {
        agency().body(Map.of("indicator", indicator, "value", value, "source", "grid sensors", "partner", partner))
                .post("/crisis/signals")
                .then()
                .statusCode(201);
    }
}
