package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.decisionsAbout;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class WithdrawalResourceTest {
    private static final int ASKING = 6;
    private static final int ENOUGH = 20;
    private static final String REASON = "{\"reason\": \"No longer needed.\"}";

    @Test
    void noPermitIsAnsweredAfterAWithdrawalUnderLoad() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        List<Future<List<Permit>>> permits = new ArrayList<>();
        for (int number = 0; number < ASKING; number++) {
            permits.add(threads.submit(() -> permitsUntil(over, partner)));
        }
        Crises.eventually(() -> rows("select id from decision where partner = ? and decision", partner)
                        .size()
                >= ENOUGH);

        // when
        asLiaison()
                .body(REASON)
                .post("/access/grants/" + grant + "/withdrawal")
                .then()
                .statusCode(200);
        long withdrawn = System.nanoTime();

        // then
        int asked = decisionsAbout(partner).size();
        Crises.eventually(() -> decisionsAbout(partner).size() >= asked + ENOUGH);
        over.set(true);
        for (Future<List<Permit>> some : permits) {
            assertThat(some.get())
                    .allMatch(permit -> permit.asked() < withdrawn)
                    .filteredOn(Permit::holds)
                    .allMatch(permit -> permit.answered() < withdrawn);
        }
        threads.shutdown();
    }

    /**
     * As seen by who asked, on the clock of {@link System#nanoTime()}.
     *
     * @param holds whether it came in the time for which it says that it holds, as an enforcement point has to check
     */
    private record Permit(long asked, long answered, boolean holds) {}

    private static List<Permit> permitsUntil(AtomicBoolean over, String partner) {
        var request = asEnforcementPoint().body(view(partner));
        List<Permit> permits = new ArrayList<>();
        while (!over.get()) {
            long asked = System.nanoTime();
            Response answer = request.post("/access/v1/evaluation");
            long answered = System.nanoTime();
            if (answer.statusCode() == 200 && answer.<Boolean>path("decision")) {
                long holds = Long.parseLong(answer.header("Entente-Void-After"));
                permits.add(new Permit(asked, answered, TimeUnit.NANOSECONDS.toMillis(answered - asked) <= holds));
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
