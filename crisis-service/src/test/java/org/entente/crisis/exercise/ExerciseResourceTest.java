package org.entente.crisis.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.signal;
import static org.entente.crisis.Told.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
class ExerciseResourceTest {
    @Inject
    Ears ears;

    @TestHTTPResource("/")
    URI service;

    @Test
    void isReadyOnceEveryPartnerHasAccepted() {
        String id = drafted("XBB", "XCC");
        officer("XBB")
                .body("{}")
                .post("/crisis/exercises/{id}/acceptances", id)
                .then()
                .body("state", equalTo("drafted"));
        authority().body("{}").post("/crisis/exercises/{id}/start", id).then().statusCode(409);

        Response last = officer("XCC").body("{}").post("/crisis/exercises/{id}/acceptances", id);

        last.then().statusCode(200).body("state", equalTo("ready")).body("exercise", equalTo(true));
    }

    @Test
    void isNotThereForThoseWhoDoNotTakePart() {
        String id = drafted("XBB");

        Response stranger = officer("XCC").get("/crisis/exercises/{id}", id);

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.asByteArray())
                .isEqualTo(officer("XCC")
                        .get("/crisis/exercises/{id}", UUID.randomUUID())
                        .asByteArray());
        officer("XCC")
                .body("{}")
                .post("/crisis/exercises/{id}/acceptances", id)
                .then()
                .statusCode(404);
    }

    @Test
    void showsWhatIsToComeToWhoeverConductsItOnly() {
        String id = running("XBB");

        Response partner = analyst("XBB").get("/crisis/exercises/{id}", id);

        partner.then().statusCode(200).body("script", nullValue()).body("postures", equalTo(Map.of()));
        authority().get("/crisis/exercises/{id}", id).then().body("script.injects", hasSize(4));
    }

    @Test
    void runsByTheClockIsScoredAndAttested() throws Exception {
        String id = running("XBB");
        eventually(() -> tasks(id).contains("contain"));
        HttpResponse<String> page = new TestBrowser(
                        service, partner("officer", "XBB").roles("liaison-officer"))
                .open("/crisis/pages/exercises/" + id);
        assertThat(page.body()).contains("EXERCISE EXERCISE EXERCISE", "Done: Confirm the loss");
        officer("XBB")
                .body(Map.of("reaction", "confirm"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(200);
        authority()
                .body(Map.of("reaction", "contain"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(200);

        hear(answered(id, 0, "posture-limits", true));

        eventually(() -> state(id).equals("completed"));
        authority()
                .get("/crisis/exercises/{id}", id)
                .then()
                .body("score.percent", equalTo(100))
                .body("score.controls.held", equalTo(List.of(true)))
                .body("score.reactions.kept", equalTo(List.of(true, true)));
        List<JsonNode> events = Topic.about(id, "exercise.completed");
        assertThat(events).allMatch(event -> event.path("exercise").asBoolean());
        JsonNode completed = events.get(events.size() - 1).path("data");
        assertThat(completed.path("course").textValue()).isEqualTo("responsible-use");
        assertThat(completed.path("exercise").textValue()).isEqualTo(id);
        assertThat(completed.path("persons").findValuesAsText("partner")).containsExactlyInAnyOrder("XBB", "XAA");
    }

    @Test
    void carriesTheCopyOfPolicyWithEachRequest() {
        String id = running("XBB");

        eventually(() -> requested(id).isPresent());

        JsonNode request = requested(id).orElseThrow();

        assertThat(request.at("/copy/postures/XBB").textValue()).isEqualTo("contained");
        assertThat(request.at("/question/resource/id").textValue()).startsWith("exercise:");
    }

    private static Optional<JsonNode> requested(String id) {
        return Topic.about(id, "exercise.injected").stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("kind").asText().equals("request"))
                .findFirst();
    }

    @Test
    void missesWhatIsNotDoneInTimeAndAttestsNothingBelowTheMark() throws SQLException {
        Map<String, Object> scenario = scenario("XBB");
        scenario.put("passMark", 90);
        String id = started(scenario);
        eventually(() -> tasks(id).contains("contain"));
        execute("update exercise set due_at = now() - interval '1 second', document = replace(replace(document,"
                + " 'PT1H', 'PT0.001S'), 'PT10M', 'PT0.001S') where id = '" + id + "'");

        eventually(() -> state(id).equals("completed"));

        authority().get("/crisis/exercises/{id}", id).then().body("score.percent", equalTo(0));
        assertThat(Topic.about(id, "exercise.scored"))
                .noneMatch(event -> event.path("type").textValue().contains("completed"));
    }

    @Test
    void isReactedToByTheRightRoleOfTheRightNationOnce() {
        String id = running("XBB");
        eventually(() -> tasks(id).contains("contain"));

        officer("XBB")
                .body(Map.of("reaction", "contain"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(422);
        analyst("XBB")
                .body(Map.of("reaction", "confirm"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(403);
        officer("XBB")
                .body(Map.of("reaction", "confirm"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(200);
        officer("XBB")
                .body(Map.of("reaction", "confirm"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(409);
    }

    @Test
    void isNotAnsweredByWhatIsNoExercise() {
        String id = running("XBB");
        eventually(() -> tasks(id).contains("contain"));

        hear(answered(id, 0, "posture-limits", false));

        authority().get("/crisis/exercises/{id}", id).then().body("answers", hasSize(0));
    }

    @Test
    void neverTouchesARealActivationNorTheOtherWayRound() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");
        String before = authority().get("/crisis/activations/{id}", activation).asString();
        String ours = "signal where indicator in ('ics', '" + indicator + "')";
        String signals = count(ours);

        String id = running("XBB");
        eventually(() -> tasks(id).contains("contain"));
        authority()
                .body(Map.of("reaction", "contain"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(200);

        assertThat(authority().get("/crisis/activations/{id}", activation).asString())
                .isEqualTo(before);
        assertThat(count(ours)).isEqualTo(signals);
        assertThat(count("chronicle where subject = '" + id + "'")).isEqualTo("0");
        authority()
                .body(Map.of("reason", "Over"))
                .post("/crisis/activations/{id}/end", activation)
                .then()
                .statusCode(200);
        assertThat(state(id)).isEqualTo("running");
    }

    @Test
    void isStoppedByAnyPartyForGood() {
        String id = running("XBB");

        Response stopped =
                officer("XBB").body(Map.of("reason", "It gets real")).post("/crisis/exercises/{id}/stop", id);

        stopped.then().statusCode(200).body("state", equalTo("stopped"));
        authority()
                .body(Map.of("reaction", "contain"))
                .post("/crisis/exercises/{id}/reactions", id)
                .then()
                .statusCode(409);
    }

    @Test
    void tellsWhoComesLateWhatItHasBecome() {
        String id = drafted("XBB");
        officer("XBB")
                .body("{}")
                .post("/crisis/exercises/{id}/acceptances", id)
                .then()
                .statusCode(200);

        Response late = authority().header("If-Match", "\"1\"").body("{}").post("/crisis/exercises/{id}/start", id);

        late.then().statusCode(412).body("current.state", equalTo("ready"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        partners  | ["XAA"]                                                                     | /partners/0
        course    | "Two words"                                                                 | /course
        passMark  | 101                                                                         | /passMark
        injects   | []                                                                          | /injects
        injects   | [{"id": "a", "kind": "message", "text": "x"}]                               | /injects/0/at
        injects   | [{"id": "a", "at": "PT0S", "kind": "indicator", "indicator": "x"}]          | /injects/0/value
        injects   | [{"id": "a", "at": "PT0S", "kind": "lost-partner", "partner": "XDD"}]       | /injects/0/partner
        injects   | [{"id": "a", "at": "PT0S", "kind": "breach", "partner": "XBB", "severity": "x"}] | /injects/0/severity
        injects   | [{"id": "a", "at": "PT0S", "kind": "request", "partner": "XBB", "question": {"resource": {"id": "real"}}}] | /injects/0/question/resource/id
        reactions | [{"id": "a", "after": "nothing"}]                                           | /reactions/0/after
        reactions | [{"id": "a", "after": "loss", "within": "PT1M", "text": "x", "by": "XDD"}]  | /reactions/0/by
        reactions | [{"id": "a", "after": "loss", "within": "PT1M", "text": "x", "by": "XBB", "role": "king"}] | /reactions/0/role
        """)
    void refusesAScenarioNamingTheField(String member, String value, String field) throws Exception {
        Map<String, Object> scenario = scenario("XBB");
        scenario.put(member, new ObjectMapper().readValue(value, Object.class));

        Response answer = authority().body(scenario).post("/crisis/exercises");

        answer.then().statusCode(400).body("field", equalTo(field));
    }

    private static Map<String, Object> scenario(String... partners) {
        Map<String, Object> question = Map.of(
                "subject",
                Map.of("type", "person", "id", "p1", "properties", Map.of("partner", partners[0])),
                "action",
                Map.of("name", "view"),
                "resource",
                Map.of("type", "asset", "id", "exercise:harbour", "properties", Map.of()),
                "context",
                Map.of("purpose", "cyber-defence"));
        return new TreeMap<>(Map.of(
                "name",
                "Northern lights",
                "partners",
                List.of(partners),
                "course",
                "responsible-use",
                "validFor",
                "P365D",
                "injects",
                List.of(
                        Map.of("id", "rise", "at", "PT0S", "kind", "indicator", "indicator", "ics", "value", 80),
                        Map.of(
                                "id",
                                "broken",
                                "at",
                                "PT0S",
                                "kind",
                                "breach",
                                "partner",
                                partners[0],
                                "severity",
                                "serious"),
                        Map.of(
                                "id",
                                "asks",
                                "at",
                                "PT0S",
                                "kind",
                                "request",
                                "partner",
                                partners[0],
                                "question",
                                question,
                                "outcome",
                                Map.of("permitted", 0, "codes", List.of("posture-limits"))),
                        Map.of("id", "loss", "at", "PT0S", "kind", "lost-partner", "partner", partners[0])),
                "reactions",
                List.of(
                        Map.of(
                                "id",
                                "contain",
                                "after",
                                "broken",
                                "within",
                                "PT1H",
                                "by",
                                "XAA",
                                "role",
                                "crisis-authority",
                                "text",
                                "Contain the partner",
                                "effect",
                                Map.of("posture", Map.of("partner", partners[0], "posture", "suspended"))),
                        Map.of(
                                "id",
                                "confirm",
                                "after",
                                "loss",
                                "within",
                                "PT10M",
                                "by",
                                partners[0],
                                "role",
                                "liaison-officer",
                                "text",
                                "Confirm the loss"))));
    }

    private static String drafted(String... partners) {
        return drafted(scenario(partners));
    }

    private static String drafted(Map<String, Object> scenario) {
        return authority()
                .body(scenario)
                .post("/crisis/exercises")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String running(String partner) {
        return started(scenario(partner));
    }

    private static String started(Map<String, Object> scenario) {
        String id = drafted(scenario);
        officer("XBB")
                .body("{}")
                .post("/crisis/exercises/{id}/acceptances", id)
                .then()
                .statusCode(200);
        authority()
                .body("{}")
                .post("/crisis/exercises/{id}/start", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("running"));
        return id;
    }

    private static List<String> tasks(String id) {
        return authority().get("/crisis/exercises/{id}", id).path("tasks.reaction");
    }

    private static String state(String id) {
        return authority().get("/crisis/exercises/{id}", id).path("state");
    }

    private void hear(String event) {
        ears.hear(event).await().indefinitely();
    }

    private static String answered(String id, int permitted, String code, boolean exercise) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/access", "type": "org.entente.access.exercise.decided.v1",
             "subject": "%s", "time": "%s", "datacontenttype": "application/json", "exercise": %s,
             "data": {"exercise": "%s", "inject": "asks", "permitted": %d, "denied": 1, "codes": ["%s"], "epoch": 7}}\
            """.formatted(UUID.randomUUID(), id, Instant.now(), exercise, id, permitted, code);
    }

    private static String count(String what) {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
