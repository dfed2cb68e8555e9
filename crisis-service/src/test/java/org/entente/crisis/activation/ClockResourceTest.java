package org.entente.crisis.activation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.crisis.Told;
import org.entente.crisis.Topic;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockResourceTest {
    @Inject
    Clock clock;

    @Test
    void endsAnActivationByItself() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);

        String activation = authority()
                .body(activation(plan, "PT1S"))
                .post("/crisis/activations")
                .path("id");

        JsonNode ended = Topic.about(activation, "activation.ended").get(2);
        assertThat(ended.path("data").path("endedBy").textValue()).isEqualTo("clock");
        assertThat(ended.has("actor")).isFalse();
        authority()
                .get("/crisis/activations/{id}", activation)
                .then()
                .body("state", equalTo("ended"))
                .body("ended.by", equalTo("clock"))
                .body("ended.at", equalTo(ended.path("data").path("at").textValue()));
        assertThat(activate(plan).getString("state")).isEqualTo("active");
    }

    @Test
    void endsAnActivationEvenIfNobodyCanWriteItDown() throws SQLException {
        String activation = running();
        try (Connection connection = EmbeddedServers.superuser("crisis")) {
            execute(
                    connection,
                    inThePast(activation),
                    "create rule frozen as on update to activation do instead nothing");

            try {
                Response answer = authority().get("/crisis/activations/{id}", activation);

                answer.then().body("state", equalTo("ended")).body("ended.by", equalTo("clock"));
            } finally {
                execute(connection, "drop rule frozen on activation");
            }
        }
    }

    @Test
    void tellsAnEndOnceHoweverManyLook() throws SQLException {
        String activation = running();
        try (Connection connection = EmbeddedServers.superuser("crisis")) {
            execute(connection, inThePast(activation));
        }

        List<Uni<Integer>> replicas =
                IntStream.range(0, 8).mapToObj(ignored -> clock.endOverdue()).toList();
        Uni.join().all(replicas).andFailFast().await().indefinitely();

        Topic.about(activation, "activation.ended");
        String marker = indicator();
        signal(marker, 1);
        assertThat(Topic.aboutUntil(activation, marker))
                .filteredOn(event -> event.path("type").textValue().contains("activation.ended"))
                .hasSize(1);
    }

    @Test
    void letsARequestLapseThatNobodyConfirms() throws SQLException {
        String activation = activate(agreedPlan(indicator(), "XBB")).getString("id");
        try (Connection connection = EmbeddedServers.superuser("crisis")) {
            execute(connection, "update activation set confirm_by = now() where id = '" + activation + "'");
        }

        Response answer = secondAuthority().post("/crisis/activations/{id}/confirmation", activation);

        answer.then().statusCode(409);
        JsonNode ended = Topic.about(activation, "activation.ended").get(1).path("data");
        assertThat(ended.path("reason").textValue()).contains("not confirmed");
    }

    @Test
    void showsItsFigures() {
        running();

        Told.eventually(() -> !figures().contains("entente_crisis_activations_active 0.0"));

        assertThat(figures()).contains("entente_crisis_activations_active ", "entente_crisis_activations_overrun ");
    }

    private static String figures() {
        return given().get("/q/metrics").asString();
    }

    private static String running() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        return activate(plan).getString("id");
    }

    private static String inThePast(String activation) {
        return "update activation set active_from = active_from - interval '1 day', active_until = active_until"
                + " - interval '1 day' where id = '" + activation + "'";
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        connection.commit();
    }
}
