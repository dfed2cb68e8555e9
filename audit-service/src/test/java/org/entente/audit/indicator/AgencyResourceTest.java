package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators by agency, as the officers of the published routing act. */
@QuarkusTest
class AgencyResourceTest extends ServiceTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    Levels levels;

    @Inject
    IndicatorMetrics metrics;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void routing() throws Exception {
        ObjectNode routing = json.createObjectNode().put("version", 1);
        ObjectNode agency = routing.putObject("rules").putArray("agencies").addObject();
        agency.put("code", "XAA-AGE").put("superior", "age-chief");
        agency.putArray("officers").add("age-officer");
        Event published = Event.of(EventTypes.ROUTING_PUBLISHED, "routing", null, "xaa-policy@XAA", routing);
        publish(published);
        awaitReceipt(published);
    }

    @Test
    void whatIsLiveIsALevelOfItsPartnerItsAgencyAndBoth() throws Exception {
        // given
        issue("XGA", "age-officer@XAA");
        issue("XGA", "nobody-in-particular@XAA");
        issue("XGB", "age-chief@XAA");
        closeReview("XGA");
        awaitOne("reviews-in-time?partner=XGA&agency=XAA-AGE");

        // when
        levels.level().await().atMost(Duration.ofSeconds(10));

        // then
        assertThat(whole("grants-in-use?partner=XGA")).isEqualTo(2);
        assertThat(whole("grants-in-use?partner=XGA&agency=XAA-AGE")).isEqualTo(1);
        assertThat(whole("grants-in-use?agency=XAA-AGE")).isEqualTo(2);
        assertThat(whole("grants-in-use?partner=XGB&agency=XAA-ELSEWHERE")).isZero();
    }

    @Test
    void partnersAndAgenciesAreShownBesideOneAnotherInAnswersAndPages() throws Exception {
        // given
        closeReview("XGC");
        TestBrowser browser =
                new TestBrowser(service, TestTokens.token("xaa-auditor").roles("auditor"));

        // when
        JsonPath series = awaitOne("reviews-in-time?agency=XAA-AGE&partner=XGC");

        // then
        assertThat(series.getList("dimensions", String.class)).containsExactlyInAnyOrder("partner", "agency");
        assertThat(series.getLong("compared.partners.XGC.count")).isEqualTo(1);
        assertThat(series.getLong("compared.agencies.XAA-AGE.count")).isEqualTo(1);
        assertThat(auditor().get("/audit/indicators/reviews-in-time").jsonPath().getMap("compared.partners"))
                .containsKey("XGC");
        assertThat(browser.open("/audit/pages/indicators/reviews-in-time?agency=XAA-AGE")
                        .body())
                .contains("Partners beside one another, of XAA-AGE", "?partner=XGC&amp;agency=XAA-AGE&amp;");
        assertThat(browser.open("/audit/pages/indicators/shared?agency=XAA-AGE").body())
                .contains("not counted by what was chosen");
    }

    @Test
    void metricsAreOfAllOfEachPartnerAndOfEachAgencyAndNeverOfBothAtOnce() throws Exception {
        // given
        closeReview("XGD");
        awaitOne("reviews-in-time?agency=XAA-AGE&partner=XGD");

        // when
        metrics.measure().await().atMost(Duration.ofSeconds(10));

        // then
        assertThat(gauges("all", "all")).isNotEmpty();
        assertThat(gauges("XGD", "all")).containsExactly(1.0);
        assertThat(gauges("all", "XAA-AGE")).containsExactly(1.0);
        assertThat(gauges("XGD", "XAA-AGE")).isEmpty();
    }

    private List<Double> gauges(String partner, String agency) {
        return registry
                .find("entente.indicator.share")
                .tags("indicator", "reviews-in-time", "partner", partner, "agency", agency)
                .gauges()
                .stream()
                .map(gauge -> gauge.value())
                .toList();
    }

    private void issue(String partner, String actor) throws Exception {
        ObjectNode data = json.createObjectNode()
                .put("until", Instant.now().plus(Duration.ofDays(1)).toString());
        record(Event.of(EventTypes.GRANT_ISSUED, UUID.randomUUID().toString(), partner, actor, data));
    }

    /** A review of a partner, closed by the officer of the agency. */
    private void closeReview(String partner) throws Exception {
        String review = UUID.randomUUID().toString();
        ObjectNode opened = json.createObjectNode().put("partner", partner);
        record(Event.of(EventTypes.REVIEW_OPENED, review, null, null, opened));
        ObjectNode closed = json.createObjectNode().put("kept", 1);
        record(Event.of(EventTypes.REVIEW_CLOSED, review, null, "age-officer@XAA", closed));
    }

    private static void awaitReceipt(Event event) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(deadline)
                && auditor().get("/audit/receipts/" + event.id()).statusCode() != 200) {
            Thread.sleep(50);
        }
    }

    private static long whole(String query) {
        JsonPath series = auditor().get("/audit/indicators/" + query).jsonPath();
        return series.get("whole") == null ? 0 : series.getLong("whole.count");
    }

    private static JsonPath awaitOne(String query) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (whole(query) < 1 && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(whole(query)).isEqualTo(1);
        return auditor().get("/audit/indicators/" + query).jsonPath();
    }
}
