package org.entente.crisis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CrisisResourceTest {
    @Inject
    Pool pool;

    @Test
    void isReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void describesItself() {
        String description = given().get("/crisis/openapi").asString();

        assertThat(description)
                .contains("/crisis/plans/{id}/versions", "/crisis/signals", "/crisis/activations/{id}/confirmation")
                .contains("ics-intrusion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crisis/plans", "/crisis/signals", "/crisis/activations"})
    void isClosedWithoutAToken(String path) {
        given().contentType("application/json").body("{}").post(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from signal",
                "update signal set value = 100",
                "delete from plan",
                "update plan set terms = '{}'",
                "update plan set version = 2",
                "update plan_version set terms = '{}'",
                "update activation set longest_seconds = 1000000",
                "delete from duty",
                "update degradation set step = 'DOWNLOADS_OFF'",
                "delete from activation",
                "update activation set duration_seconds = 1000000",
                "create table more ()"
            })
    void cannotRewriteWhatHappened(String statement) {
        assertThatThrownBy(() -> pool.query(statement).executeAndAwait()).hasMessageContaining("permission denied");
    }
}
