package org.entente.access.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.change;
import static org.entente.access.Access.grantTerms;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.simulation.Simulated.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulations that hardly ever come to their end, one at a time. */
@QuarkusTest
@TestProfile(LongSimulationResourceTest.Slowly.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class LongSimulationResourceTest {
    private static final int REQUESTS = 5_000;

    @Inject
    SimulationStore store;

    @Inject
    SimulationSettings settings;

    private String partner;
    private String supposition;
    private String id;

    public static final class Slowly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "entente.simulation.at-once", "1",
                    "entente.simulation.page-size", "1",
                    "entente.simulation.share", "0.02");
        }
    }

    @BeforeEach
    void start() {
        partner = registeredPartner();
        supposition = "{\"draft\": {\"grant\": " + grantTerms(inForce(partner), 2) + "}, \"requests\": ["
                + String.join(",", Collections.nCopies(REQUESTS, view(partner))) + "]}";
        Crises.eventually(() -> {
            Response answer = asLiaison().body(supposition).post("/access/simulations");
            id = answer.statusCode() == 201 ? answer.path("id") : null;
            return id != null;
        });
    }

    @AfterEach
    void cancel() {
        asLiaison().delete("/access/simulations/" + id);
    }

    @Test
    void tellsHowFarItHasComeAndWhatItFoundSoFar() {
        // when
        Crises.eventually(() -> get(id).getInt("progress.replayed") >= 3);

        // then
        JsonPath simulation = get(id);
        assertThat(simulation.getString("state")).isEqualTo("running");
        assertThat(simulation.getInt("progress.of")).isEqualTo(REQUESTS);
        assertThat(simulation.getInt("changes.changed")).isBetween(3, REQUESTS - 1);
        JsonPath page = asLiaison()
                .get("/access/simulations/" + id + "/changes?limit=2")
                .jsonPath();
        assertThat(page.getString("state")).isEqualTo("running");
        assertThat(page.getList("changes.number")).isEqualTo(List.of(1, 2));
        assertThat(page.getString("next")).isEqualTo("2");
    }

    @Test
    void letsDecisionsGoOn() {
        // when
        Response decision = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");

        // then
        decision.then().statusCode(200);
        assertThat(get(id).getString("state")).isEqualTo("running");
    }

    @Test
    void refusesAnotherOneMeanwhile() {
        // when
        Response answer = asLiaison().body(supposition).post("/access/simulations");

        // then
        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "1");
    }

    @Test
    void endsWhenItIsCancelledAndMakesRoomForAnotherOne() {
        // when
        asLiaison().delete("/access/simulations/" + id).then().statusCode(204);

        // then
        asLiaison().get("/access/simulations/" + id).then().statusCode(404);
        start();
        assertThat(get(id).getString("state")).isEqualTo("running");
    }

    @Test
    void hasFailedWhenItsReplicaShowsNoLife() {
        // when
        change("update simulation set alive_at = now() - interval '1 hour' where id = '" + id + "'");

        // then
        Crises.eventually(() -> get(id).getString("state").equals("failed"));
    }

    @Test
    void staysFailedThoughItsReplicaComesBack() {
        // given
        change("update simulation set state = 'FAILED' where id = '" + id + "'");

        // when
        Crises.eventually(
                () -> asLiaison().body(supposition).post("/access/simulations").statusCode() == 201);

        // then
        assertThat(get(id).getString("state")).isEqualTo("failed");
        assertThat(get(id).getInt("progress.replayed")).isLessThan(REQUESTS);
        rows("delete from simulation returning id");
    }

    @Test
    void isForgottenInTime() {
        // given
        change("update simulation set started_at = now() - interval '8 days' where id = '" + id + "'");

        // when
        store.forget(settings.keptFor()).await().indefinitely();

        // then
        asLiaison().get("/access/simulations/" + id).then().statusCode(404);
    }
}
