package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.proposedPlan;
import static org.entente.crisis.Crisis.terms;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanConcurrencyResourceTest {

    @Test
    void tellsTheLaterOfTwoOfficersWhoActAtOnce() throws Exception {
        String plan = proposedPlan(indicator(), "XBB");
        CompletableFuture<Response> answer;
        try (Connection other = EmbeddedServers.superuser("crisis")) {
            other.setAutoCommit(false);
            change(other, plan);

            answer = CompletableFuture.supplyAsync(
                    () -> authority().body(terms(indicator(), "XBB")).post("/crisis/plans/{id}/versions", plan));

            awaitSomeoneWaitingFor(other, answer);
            other.commit();
        }
        assertThat(answer.get().statusCode()).isEqualTo(412);
        authority().get("/crisis/plans/{id}", plan).then().body("state", equalTo("proposed"));
    }

    private static void change(Connection connection, String plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update plan set revision = revision + 1 where id = '" + plan + "'");
        }
    }

    /** Waits until somebody waits for what this connection has locked, or has been answered without. */
    private static void awaitSomeoneWaitingFor(Connection connection, CompletableFuture<?> answer) throws SQLException {
        String blocked = "select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";
        try (Statement statement = connection.createStatement()) {
            boolean waiting = false;
            while (!waiting && !answer.isDone()) {
                try (ResultSet waits = statement.executeQuery(blocked)) {
                    waiting = waits.next();
                }
            }
        }
    }
}
