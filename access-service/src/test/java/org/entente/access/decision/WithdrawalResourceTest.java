package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class WithdrawalResourceTest {
    private static final int ASKING = 6;
    private static final String REASON = "{\"reason\": \"No longer needed.\"}";

    @Test
    void noPermitIsAnsweredAfterAWithdrawalUnderLoad() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        List<Future<List<Long>>> permits = new ArrayList<>();
        for (int number = 0; number < ASKING; number++) {
            permits.add(threads.submit(() -> permitsUntil(over, partner)));
        }
        while (rows("select id from decision where partner = ? and decision", partner)
                        .size()
                < 20) {
            Thread.onSpinWait();
        }

        // when
        asLiaison()
                .body(REASON)
                .post("/access/grants/" + grant + "/withdrawal")
                .then()
                .statusCode(200);
        long withdrawn = System.nanoTime();

        // then
        Thread.sleep(500);
        over.set(true);
        for (Future<List<Long>> times : permits) {
            assertThat(times.get()).isNotEmpty().allSatisfy(time -> assertThat(time - withdrawn)
                    .isNegative());
        }
        threads.shutdown();
    }

    /** When permits were answered, as seen by who asked. */
    private static List<Long> permitsUntil(AtomicBoolean over, String partner) {
        var request = asEnforcementPoint().body(view(partner));
        List<Long> permits = new ArrayList<>();
        while (!over.get()) {
            Response answer = request.post("/access/v1/evaluation");
            long answered = System.nanoTime();
            if (answer.statusCode() == 200 && answer.<Boolean>path("decision")) {
                permits.add(answered);
            }
        }
        return permits;
    }

    @Test
    void aStoreThatIsSlowMeansNoAnswer() throws Exception {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        try (Connection connection = EmbeddedServers.superuser("access");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(7310314)");

            // when
            var answer = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");

            // then
            answer.then().statusCode(503).contentType("application/problem+json");
        }
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));
    }

    @Test
    void whoLooksInSeesHealthMetricsAndInterface() {
        // given
        asEnforcementPoint()
                .body(view(registeredPartner()))
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200);

        // when
        var metrics = RestAssured.get("/q/metrics").asString();

        // then
        assertThat(metrics).contains("entente_decisions_total", "entente_decision_flush", "entente_policy_epoch");
        RestAssured.get("/q/health/started").then().statusCode(200);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        assertThat(RestAssured.get("/access/openapi").asString()).contains("/access/v1/evaluation", "cyber-defence");
    }
}
