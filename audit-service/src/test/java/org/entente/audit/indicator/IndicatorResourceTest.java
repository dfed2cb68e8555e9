package org.entente.audit.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IndicatorResourceTest extends ServiceTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    Levels levels;

    @Test
    void aRequestThatIsAnsweredInTimeIsInTheSeriesOfItsPartner() throws Exception {
        // given
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String request = UUID.randomUUID().toString();
        Instant due = Instant.now().plus(Duration.ofHours(1));
        record(
                event(EventTypes.REQUEST_SUBMITTED, request, "XRA", data().put("due", due.toString())),
                event(EventTypes.REQUEST_ROUTED, request, null, data().put("agency", "XAA-CYBER")));

        // when
        record(event(EventTypes.REQUEST_APPROVED, request, "XRA", data()));

        // then
        JsonPath series = await("requests-in-time?partner=XRA", 1);
        assertThat(series.getLong("points[0].met")).isEqualTo(1);
        // It may be tomorrow meanwhile.
        assertThat(LocalDate.parse(series.getString("points[0].from"))).isBetween(today, LocalDate.now(ZoneOffset.UTC));
        assertThat(series.getDouble("target.least")).isEqualTo(0.95);
        assertThat(series.getBoolean("whole.asAimed")).isTrue();
        assertThat(await("requests-in-time?partner=XRA&by=month", 1).getString("by"))
                .isEqualTo("month");
        assertThat(await("requests-in-time?partner=XRA&agency=XAA-CYBER", 1).getLong("whole.count"))
                .isEqualTo(1);
    }

    @Test
    void grantsThatAreLiveAreALevelOfToday() throws Exception {
        // given
        String used = UUID.randomUUID().toString();
        Instant until = Instant.now().plus(Duration.ofDays(1));
        record(event(EventTypes.GRANT_ISSUED, used, "XRB", data().put("until", until.toString())));
        awaitOpen(used);

        // when
        levels.level().await().atMost(Duration.ofMinutes(1));

        // then
        JsonPath series = await("grants-in-use?partner=XRB", 1);
        assertThat(series.getLong("points[0].count")).isEqualTo(1);
        assertThat(series.getDouble("points[0].share")).isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "by=year, by",
        "from=yesterday, from",
        "from=2026-02-30, from",
        "from=2026-05-01&until=2026-05-01, until",
        "from=1500-01-01, until"
    })
    void aParameterWithoutMeaningIsNamed(String query, String field) {
        auditor()
                .get("/audit/indicators/first-view?" + query)
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @Test
    void indicatorsAreForThoseAtHomeWhoAnswerForThem() {
        for (String path :
                new String[] {"/audit/indicators", "/audit/indicators/first-view", "/audit/indicators/targets"}) {
            partner("XBB").get(path).then().statusCode(403);
            as(home("auditor").partner("XBB")).get(path).then().statusCode(403);
            as(home("originator")).get(path).then().statusCode(403);
            as(home("liaison-officer")).get(path).then().statusCode(200);
            given().get(path).then().statusCode(401);
        }
        auditor().get("/audit/indicators/nothing").then().statusCode(404);
    }

    @Test
    void targetsAreSetInVersionsByThoseWhoKnowTheNewest() {
        // given
        String tag = auditor()
                .get("/audit/indicators/targets")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String body = "{\"targets\": {\"first-view\": {\"within\": \"P3D\", \"least\": 0.7}}}";

        // when
        auditor()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/audit/indicators/targets")
                .then()
                .statusCode(200)
                .body("targets.first-view.within", startsWith("PT72H"))
                .body("targets.requests-in-time.least", equalTo(0.95f));

        // then
        auditor()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/audit/indicators/targets")
                .then()
                .statusCode(412);
        auditor()
                .contentType(ContentType.JSON)
                .body(body)
                .put("/audit/indicators/targets")
                .then()
                .statusCode(428);
        as(home("liaison-officer"))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .put("/audit/indicators/targets")
                .then()
                .statusCode(403);
        auditor()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"targets\": {\"first-view\": {\"least\": 2}}}")
                .put("/audit/indicators/targets")
                .then()
                .statusCode(400)
                .body("field", equalTo("/targets/first-view/least"));
    }

    @Test
    void thePageShowsTheSameAsATableAndAsAChart() throws Exception {
        // given
        TestBrowser browser =
                new TestBrowser(service, TestTokens.token("xaa-auditor").roles("auditor"));

        // when
        HttpResponse<String> overview = browser.open("/audit/pages/indicators");
        HttpResponse<String> one = browser.open("/audit/pages/indicators/first-view?by=week");

        // then
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("<caption>", "/audit/pages/indicators/first-view?");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).doesNotContain("<script", "style=");
    }

    @Test
    void thePageIsForNobodyElse() throws Exception {
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token("xbb-officer").partner("XBB").roles("liaison-officer"));
        assertThat(browser.open("/audit/pages/indicators").statusCode()).isEqualTo(403);
    }

    private Event event(String type, String subject, String partner, ObjectNode data) {
        return Event.of(type, subject, partner, "somebody@" + (partner == null ? "XAA" : partner), data);
    }

    private ObjectNode data() {
        return json.createObjectNode();
    }

    private static JsonPath await(String query, int points) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        JsonPath series = auditor().get("/audit/indicators/" + query).jsonPath();
        while (series.getList("points").size() < points && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            series = auditor().get("/audit/indicators/" + query).jsonPath();
        }
        // A level is noted each day: after midnight there is one more.
        assertThat(series.getList("points")).hasSizeBetween(points, points + 1);
        return series;
    }

    private static void awaitOpen(String key) throws Exception {
        Instant deadline = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(deadline)) {
            try (var connection = EmbeddedServers.superuser("audit");
                    var find = connection.prepareStatement("select 1 from indicator_open where key = ?")) {
                find.setString(1, key);
                if (find.executeQuery().next()) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not followed in time");
    }
}
