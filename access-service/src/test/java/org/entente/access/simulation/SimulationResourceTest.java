package org.entente.access.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.entente.access.simulation.Simulated.asLiaisonWithLines;
import static org.entente.access.simulation.Simulated.changes;
import static org.entente.access.simulation.Simulated.decided;
import static org.entente.access.simulation.Simulated.done;
import static org.entente.access.simulation.Simulated.ended;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.Access;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SimulationResourceTest {
    private static final String DEEPER = "{\"grant\": %s}";
    private String from;
    private String partner;

    @BeforeEach
    void begin() {
        from = rows("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
        partner = registeredPartner();
    }

    @Test
    void aDeeperGrantWouldHaveGivenThePeriodsReadersMore() {
        // given
        String agreement = inForce(partner);
        granted(agreement, 1);
        String decision = decided(view(partner));

        // when
        JsonPath simulation = done(overThePeriod(DEEPER.formatted(Access.grantTerms(agreement, 2))));

        // then
        assertThat(simulation.getString("state")).isEqualTo("done");
        assertThat(simulation.getBoolean("simulated")).isTrue();
        assertThat(simulation.getInt("changes.changed")).isEqualTo(1);
        assertThat(simulation.getInt("changes.gaining")).isEqualTo(1);
        assertThat(simulation.getInt("changes.byPartner." + partner)).isEqualTo(1);
        assertThat(simulation.getMap("changes.gained." + partner)).isEqualTo(Map.of("shared-analysis", 1));
        assertThat(simulation.getInt("progress.replayed")).isEqualTo(simulation.getInt("progress.of"));
        JsonPath changes = changes(simulation.getString("id"));
        assertThat(changes.getList("changes")).hasSize(1);
        assertThat(changes.getString("changes[0].decisionId")).isEqualTo(decision);
        assertThat(changes.getString("changes[0].person")).isEqualTo("analyst");
        assertThat(changes.getString("changes[0].partner")).isEqualTo(partner);
        assertThat(changes.getString("changes[0].action")).isEqualTo("view");
        assertThat(changes.getString("changes[0].asset")).isEqualTo("asset-1");
        assertThat(changes.getString("changes[0].purpose")).isEqualTo("cyber-defence");
        assertThat(changes.getList("changes[0].portionsGained")).isEqualTo(List.of("p2"));
        assertThat(changes.getInt("changes[0].codesGone.tier-too-low")).isEqualTo(1);
        assertThat(changes.getString("next")).isNull();
    }

    @Test
    void decidesAndChangesNothingAndIsItselfOnRecord() {
        // given
        String agreement = inForce(partner);
        decided(view(partner));
        List<String> decisions = Access.decisionsAbout(partner);
        List<String> policy = Access.policyAbout(partner);

        // when
        JsonPath simulation = done(overThePeriod(DEEPER.formatted(Access.grantTerms(agreement, 2))));

        // then
        assertThat(Access.decisionsAbout(partner)).hasSize(1).isEqualTo(decisions);
        assertThat(Access.policyAbout(partner)).isNotEmpty().isEqualTo(policy);
        assertThat(rows("select id from partner_grant where partner = ?", partner))
                .isEmpty();
        Access.asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(false));
        assertThat(Topics.received(
                        "entente.access", "simulation.started.v1\",\"subject\":\"" + simulation.getString("id")))
                .contains("\"actor\":\"xaa-liaison@XAA\"")
                .doesNotContain("\"partner\":\"" + partner + "\"");
    }

    @Test
    void anAgreementWithItsGrantCountsAtEveryInstantUnlessItsOwnValidityIsToCount() {
        // given
        String draft = """
            {"agreement": %s, "grant": {"tier": 2, "categories": ["situational-awareness", "shared-analysis"],
             "purposes": ["cyber-defence"], "until": "2099-01-01T00:00:00Z"}}\
            """.formatted(terms(partner).replace("2026-01-01", "2098-01-01"));
        String requests = "\"requests\": [" + view(partner) + "]";

        // when
        JsonPath assumed = done("{\"draft\": " + draft + ", " + requests + "}");

        // then
        assertThat(changes(assumed.getString("id")).getList("changes[0].portionsGained"))
                .isEqualTo(List.of("p1", "p2"));
        assertThat(assumed.getInt("changes.newlyPermitted")).isEqualTo(1);
        JsonPath stated = done("{\"draft\": " + draft + ", \"validity\": \"stated\", " + requests + "}");
        assertThat(stated.getInt("changes.newlyPermitted")).isZero();
        assertThat(changes(stated.getString("id")).getMap("changes[0].codesNew"))
                .containsKey("agreement-not-in-force");
    }

    @Test
    void aPlanIsAssumedActiveAlwaysOrAsStated() {
        // given
        inForce(partner);
        String plan = """
            {"name": "Intrusion", "partners": ["%s"], "purposes": ["cyber-defence"], "categories": ["situational-awareness"],
             "tier": 2, "ceiling": "SECRET", "maxDuration": "PT1H", "criterion": {"indicator": "ics-intrusion",
             "atLeast": 70, "within": "PT1H"}}\
            """.formatted(partner);
        String early = at("2026-05-01T10:00:00Z");
        String late = at("2026-05-01T13:00:00+02:00");
        String requests = "\"requests\": [" + early + "," + late + "]";

        // when
        JsonPath stated =
                done("{\"draft\": {\"plan\": " + plan + ", \"activation\": {\"from\": \"2026-05-01T10:30:00Z\","
                        + " \"until\": \"2026-05-01T11:30:00Z\"}}, " + requests + "}");

        // then
        assertThat(changes(stated.getString("id")).getList("changes.request")).isEqualTo(List.of(1));
        assertThat(changes(stated.getString("id")).getList("changes[0].obligationsNew"))
                .isEqualTo(List.of("notify-originator"));
        JsonPath always = done("{\"draft\": {\"plan\": " + plan + "}, " + requests + "}");
        assertThat(changes(always.getString("id")).getList("changes.request")).isEqualTo(List.of(0, 1));
    }

    @Test
    void whatWouldEndIsLost() {
        // given
        String agreement = inForce(partner);
        granted(agreement, 1);
        decided(view(partner));

        // when
        JsonPath simulation = done(overThePeriod("{\"without\": [\"" + agreement + "\"]}"));

        // then
        assertThat(simulation.getInt("changes.newlyDenied")).isEqualTo(1);
        assertThat(simulation.getInt("changes.losing")).isEqualTo(1);
        JsonPath changes = changes(simulation.getString("id"));
        assertThat(changes.getList("changes[0].portionsLost")).isEqualTo(List.of("p1"));
        assertThat(changes.getBoolean("changes[0].discoverable.after")).isFalse();
    }

    @Test
    void comparesWithThePolicyOfThenIfAsked() {
        // given
        String agreement = inForce(partner);
        String grant = granted(agreement, 1);
        decided(view(partner));
        asLiaison().body("{\"reason\": \"Test.\"}").post("/access/grants/" + grant + "/withdrawal");
        String draft = overThePeriod(DEEPER.formatted(Access.grantTerms(agreement, 2)));

        // when
        JsonPath then = done(draft.replace("{\"draft\"", "{\"against\": \"then\", \"draft\""));

        // then
        assertThat(changes(then.getString("id")).getList("changes[0].portionsGained"))
                .isEqualTo(List.of("p2"));
        assertThat(changes(done(draft).getString("id")).getList("changes[0].portionsGained"))
                .isEqualTo(List.of("p1", "p2"));
    }

    @Test
    void exercisesArePassedOver() {
        // given
        String agreement = inForce(partner);
        decided(question(partner, "view", "{\"purpose\": \"cyber-defence\", \"exercise\": true}"));

        // when
        JsonPath simulation = done(overThePeriod(DEEPER.formatted(Access.grantTerms(agreement, 2))));

        // then
        assertThat(simulation.getInt("changes.passedOver")).isEqualTo(1);
        assertThat(simulation.getInt("changes.changed")).isZero();
    }

    @Test
    void aFileOfRequestsComesLineByLine() {
        // given
        String agreement = inForce(partner);
        String line = view(partner).replace("\n", " ") + "\n";
        String file = "{\"draft\": "
                + DEEPER.formatted(Access.grantTerms(agreement, 2)).replace("\n", " ") + "}\n" + line.repeat(450);

        // when
        String id = asLiaisonWithLines()
                .body(file)
                .post("/access/simulations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // then
        assertThat(ended(id).getInt("changes.changed")).isEqualTo(450);
        assertThat(all(id))
                .hasSize(450)
                .doesNotHaveDuplicates()
                .startsWith(0, 1)
                .endsWith(448, 449);
    }

    @Test
    void aRepetitionUnderTheSameKeyIsTheSameSimulation() {
        // given
        String supposition =
                "{\"draft\": {\"plan\": {\"partners\": [\"" + partner + "\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"categories\": [\"sensitive\"], \"tier\": 2, \"ceiling\": \"SECRET\"}}, \"requests\": ["
                        + view(partner) + "]}";
        String key = UUID.randomUUID().toString();
        String first = asLiaison()
                .header("Idempotency-Key", key)
                .body(supposition)
                .post("/access/simulations")
                .path("id");

        // when
        String again = asLiaison()
                .header("Idempotency-Key", key)
                .body(supposition)
                .post("/access/simulations")
                .path("id");

        // then
        assertThat(again).isEqualTo(first);
        ended(first);
    }

    /** The places of all requests that change, page by page. */
    private static List<Integer> all(String id) {
        List<Integer> requests = new ArrayList<>();
        String cursor = "0";
        while (cursor != null) {
            JsonPath page = asLiaison()
                    .get("/access/simulations/" + id + "/changes?limit=60&cursor=" + cursor)
                    .jsonPath();
            requests.addAll(page.getList("changes.request"));
            cursor = page.getString("next");
        }
        return requests;
    }

    private String overThePeriod(String draft) {
        return "{\"draft\": " + draft + ", \"from\": \"" + from + "\", \"until\": \""
                + Instant.now().plusSeconds(60) + "\"}";
    }

    private String at(String instant) {
        return question(partner, "view", "{\"purpose\": \"cyber-defence\", \"instant\": \"" + instant + "\"}");
    }
}
