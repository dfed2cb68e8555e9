package org.entente.crisis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.entente.crisis.Crisis.signal;
import static org.entente.crisis.Crisis.with;
import static org.entente.crisis.Told.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Receivers;
import org.entente.crisis.Topic;
import org.entente.crisis.hearing.Ears;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = false)
class ReviewResourceTest {
    @Inject
    Ears ears;

    @TestHTTPResource("/")
    URI service;

    @Test
    void opensByItselfWhenAnActivationIsEndedByHand() {
        String indicator = indicator();
        String activation = running(indicator);

        end(activation);

        String review = reviewOf(activation);
        reader().get("/crisis/reviews/{id}", review)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("overdue", equalTo(false))
                .body("facts.planName", equalTo("Intrusions into power grids"))
                .body("facts.endedBy", equalTo("xaa-crisis@XAA"));
        assertThat(Topic.about(review, "review.opened")).hasSize(1);
        eventually(() -> reader().get("/crisis/reviews/{id}", review)
                .<List<String>>path("facts.timeline.what")
                .containsAll(List.of("signal reported", "activation started", "activation ended")));
    }

    @Test
    void opensByItselfWhenTheClockEndsIt() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);

        String activation = authority()
                .body(activation(plan, "PT1S"))
                .post("/crisis/activations")
                .path("id");

        eventually(() -> !found(activation).isEmpty());
    }

    @Test
    void opensByItselfWhenAPartyWithdraws() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");

        officer("XBB")
                .body(Map.of("reason", "Trust is lost"))
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(200);

        assertThat(found(activation)).hasSize(1);
    }

    @Test
    void doesNotOpenForARequestThatWasNeverInForce() {
        String activation = activate(agreedPlan(indicator(), "XBB")).getString("id");

        end(activation);

        assertThat(found(activation)).isEmpty();
    }

    @Test
    void tellsWhatWasSharedOnlyBecauseOfItAndWhatWasUsed() {
        String activation = running(indicator());
        hear(decision("d1-" + activation, activation, 5, false));
        hear(decision("d2-" + activation, activation, 7, false));
        hear(served("d2-" + activation, false));
        hear(decision("d3-" + activation, activation, 100, true));
        end(activation);

        Response review = reader().get("/crisis/reviews/{id}", reviewOf(activation));

        review.then()
                .body("facts.shared.partner", equalTo(List.of("XBB")))
                .body("facts.shared[0].decisions", equalTo(2))
                .body("facts.shared[0].portions", equalTo(12))
                .body("facts.shared[0].used", equalTo(1));
    }

    @Test
    void countsAnEventThatComesTwiceOnce() {
        String activation = running(indicator());
        String event = decision("d1-" + activation, activation, 5, false);
        hear(event);

        hear(event);

        end(activation);
        reader().get("/crisis/reviews/{id}", reviewOf(activation)).then().body("facts.shared[0].portions", equalTo(5));
    }

    @Test
    void makesDraftsOfRecommendationsAndFollowsThem() {
        String review = ended();
        found(review, "failed").then().statusCode(200).body("findings[0].number", equalTo(1));

        Response drafted = authority()
                .body(Map.of(
                        "finding", 1, "kind", "plan", "title", "Half an hour", "draft", Map.of("maxDuration", "PT30M")))
                .post("/crisis/reviews/{id}/recommendations", review);

        drafted.then()
                .statusCode(200)
                .body("recommendations[0].draft.maxDuration", equalTo("PT30M"))
                .body("recommendations[0].draft.name", equalTo("Intrusions into power grids"))
                .body("undecided", equalTo(1));
        authority()
                .body(decision())
                .post("/crisis/reviews/{id}/recommendations/1/decision", review)
                .then()
                .statusCode(403);
        secondAuthority()
                .body(decision())
                .post("/crisis/reviews/{id}/recommendations/1/decision", review)
                .then()
                .statusCode(200)
                .body("undecided", equalTo(0));
        secondAuthority()
                .body(decision())
                .post("/crisis/reviews/{id}/recommendations/1/decision", review)
                .then()
                .statusCode(409);
        assertThat(Topic.about(review, "recommendation.decided")).hasSize(4);
    }

    @Test
    void isPublishedByASecondPersonToThePartiesOnly() throws Exception {
        String review = ended();
        found(review, "worked").then().statusCode(200);
        authority()
                .body(text("It went well."))
                .post("/crisis/reviews/{id}/conclusion", review)
                .then()
                .statusCode(200);
        authority()
                .body(text("XBB saw what it had to see."))
                .put("/crisis/reviews/{id}/summary", review)
                .then()
                .statusCode(200)
                .body("state", equalTo("summary-proposed"));
        authority()
                .body("{}")
                .post("/crisis/reviews/{id}/summary/publication", review)
                .then()
                .statusCode(403);
        byte[] none = officer("XBB").get("/crisis/reviews/{id}/summary", review).asByteArray();

        secondAuthority()
                .body("{}")
                .post("/crisis/reviews/{id}/summary/publication", review)
                .then()
                .statusCode(200)
                .body("state", equalTo("published"));

        analyst("XBB")
                .get("/crisis/reviews/{id}/summary", review)
                .then()
                .statusCode(200)
                .body("text", containsString("XBB saw"))
                .body("shared.partner", equalTo("XBB"));
        Response stranger = officer("XCC").get("/crisis/reviews/{id}/summary", review);
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.asByteArray())
                .isEqualTo(none)
                .isEqualTo(officer("XCC")
                        .get("/crisis/reviews/{id}/summary", UUID.randomUUID())
                        .asByteArray());
        HttpResponse<String> page = new TestBrowser(service, home("xaa-crisis").roles("crisis-authority"))
                .open("/crisis/pages/reviews/" + review);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Review of Intrusions into power grids", "It went well.", "Timeline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        XCC was not told.                                   | XCC
        xbb-analyst@XBB was quick.                          | person
        Plan 7d793037-a076-4c5d-9c3f-0d8b1a1c2e3f was used. | identifier
        """)
    void aSummaryIsFitForEveryParty(String text, String why) {
        String review = ended();
        found(review, "worked");
        authority().body(text("All well.")).post("/crisis/reviews/{id}/conclusion", review);

        Response answer = authority().body(text(text)).put("/crisis/reviews/{id}/summary", review);

        answer.then().statusCode(422).body("field", equalTo("/text")).body("detail", containsString(why));
    }

    @Test
    void cannotBeConcludedWithoutFindings() {
        Response answer = authority().body(text("All well.")).post("/crisis/reviews/{id}/conclusion", ended());

        answer.then().statusCode(409);
    }

    @Test
    void isTheHomeSidesOnly() {
        String review = ended();

        officer("XBB").get("/crisis/reviews/{id}", review).then().statusCode(403);
        officer("XBB").get("/crisis/reviews").then().statusCode(403);
        with(home("xaa-auditor").roles("auditor"))
                .body(text("x"))
                .post("/crisis/reviews/{id}/conclusion", review)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsWhoComesLateWhatItHasBecome() {
        String review = ended();
        found(review, "worked");

        Response late = authority()
                .header("If-Match", "\"1\"")
                .body(finding("failed"))
                .post("/crisis/reviews/{id}/findings", review);

        late.then().statusCode(412).body("current.findings.verdict", equalTo(List.of("worked")));
    }

    @Test
    void isToldToBeOverdueOnce() throws SQLException {
        String review = ended();

        execute("update crisis_review set due_at = now() - interval '1 day', deadline = now() - interval '1 day' where"
                + " id = '"
                + review + "'");

        assertThat(Topic.about(review, "review.overdue").stream()
                        .filter(event -> event.path("type").textValue().contains("overdue")))
                .hasSize(1);
    }

    @Test
    void takesTwoPersonsForItsPlanWhileItIsOverdue() throws SQLException {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");
        end(activation);
        String review = reviewOf(activation);
        execute("update crisis_review set deadline = now() - interval '1 day' where id = '" + review + "'");

        Response request = authority().body(activation(plan, "PT30M")).post("/crisis/activations");

        request.then().statusCode(201).body("state", equalTo("awaiting-second-person"));
        end(request.path("id"));
        found(review, "worked").then().statusCode(200);
        authority()
                .body(text("All well."))
                .post("/crisis/reviews/{id}/conclusion", review)
                .then()
                .statusCode(200);
        assertThat(activate(plan).getString("state")).isEqualTo("active");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        findings        | {"title": "x", "text": "x"}                                              | /verdict
        findings        | {"verdict": "worked", "text": "x"}                                      | /title
        recommendations | {"kind": "plan", "title": "x", "draft": {"a": 1}}                        | /finding
        recommendations | {"finding": 1, "kind": "plan", "title": "x", "draft": []}                | /draft
        conclusion      | {"text": ""}                                                             | /text
        """)
    void refusesBadInputNamingTheField(String path, String body, String field) {
        Response answer = authority().body(body).post("/crisis/reviews/{id}/" + path, ended());

        answer.then().statusCode(400).body("field", equalTo(field));
    }

    private static String running(String indicator) {
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        return activate(plan).getString("id");
    }

    private String ended() {
        String activation = running(indicator());
        end(activation);
        return reviewOf(activation);
    }

    private static void end(String activation) {
        authority()
                .body(Map.of("reason", "It is over"))
                .post("/crisis/activations/{id}/end", activation)
                .then()
                .statusCode(200);
    }

    private static List<String> found(String activation) {
        return reader().queryParam("activation", activation)
                .get("/crisis/reviews")
                .path("reviews.id");
    }

    private static String reviewOf(String activation) {
        return found(activation).get(0);
    }

    private static Response found(String review, String verdict) {
        return authority().body(finding(verdict)).post("/crisis/reviews/{id}/findings", review);
    }

    private static Map<String, Object> finding(String verdict) {
        return Map.of(
                "verdict", verdict, "title", "The signals", "text", "They came in time.", "evidence", List.of("e1"));
    }

    private static Map<String, Object> decision() {
        return Map.of("accepted", true, "reason", "It is enough", "became", "plan 2");
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static RequestSpecification reader() {
        return with(home("xaa-auditor").roles("auditor"));
    }

    private void hear(String event) {
        ears.hear(event).await().indefinitely();
    }

    private static String decision(String id, String activation, int portions, boolean exercise) {
        return event(
                "/access", "org.entente.access.decision.made.v1", id, exercise, """
                    {"person": "p1", "partner": "XBB", "purpose": "cyber-defence", "resource": "r1", "decision": true,
                     "expedited": [{"activation": "%s", "portions": %d}]}\
                    """.formatted(activation, portions));
    }

    private static String served(String decision, boolean exercise) {
        return event("/catalog", "org.entente.catalog.view.served.v1", decision, exercise, "{\"assetId\": \"r1\"}");
    }

    private static String event(String source, String type, String subject, boolean exercise, String data) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "datacontenttype": "application/json", "exercise": %s, "data": %s}\
            """.formatted(
                        UUID.nameUUIDFromBytes((type + subject).getBytes()),
                        source,
                        type,
                        subject,
                        Instant.now(),
                        exercise,
                        data);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
