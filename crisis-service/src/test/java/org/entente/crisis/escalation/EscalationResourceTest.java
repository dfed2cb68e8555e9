package org.entente.crisis.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.entente.crisis.Crisis.with;
import static org.entente.crisis.Told.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.crisis.Crisis;
import org.entente.crisis.Receivers;
import org.entente.crisis.Topic;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = false)
class EscalationResourceTest {
    @Inject
    Escalations escalations;

    @ConfigProperty(name = "entente.escalation.webhook-origins")
    String origin;

    @Test
    void callsByMailAndByASignedWebhook() {
        String ladder = published(ladder("PT10M"));

        String id = opened(ladder);

        eventually(() -> received("/mails").contains(ladder + "@crisis.example"));
        assertThat(received("/mails")).contains("@entente.invalid>");
        eventually(() -> received("/hooks").contains(id));
        String hook = received("/hooks")
                .lines()
                .filter(line -> line.contains(id))
                .findFirst()
                .orElseThrow();
        String[] parts = hook.split(" ", 3);
        Instant time = Instant.ofEpochSecond(Long.parseLong(parts[1].substring(2, parts[1].indexOf(','))));
        assertThat(parts[1])
                .isEqualTo(Signature.of(Receivers.SECRET, time, parts[2]).toString());
    }

    @Test
    void isTakenInHandByWhoeverWasCalledOnly() {
        String id = opened(published(ladder("PT10M")));

        Response answer = authority().body("{}").post("/crisis/escalations/{id}/acknowledgement", id);

        answer.then().statusCode(200).body("state", equalTo("acknowledged")).body("holder", equalTo("xaa-crisis"));
        person("somebody-else")
                .body("{}")
                .post("/crisis/escalations/{id}/hand-over", id)
                .then()
                .statusCode(400);
        person("somebody-else")
                .body(Map.of("note", "done"))
                .post("/crisis/escalations/{id}/resolution", id)
                .then()
                .statusCode(403);
        officer("XBB").get("/crisis/escalations/{id}", id).then().statusCode(403);
    }

    @Test
    void isHandedOverAndResolved() {
        String id = opened(published(ladder("PT10M")));
        authority()
                .body("{}")
                .post("/crisis/escalations/{id}/acknowledgement", id)
                .then()
                .statusCode(200);
        authority()
                .body(Map.of("to", "xaa-deputy", "note", "I am off duty"))
                .post("/crisis/escalations/{id}/hand-over", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("asked", equalTo("xaa-deputy"));
        secondAuthority()
                .body("{}")
                .post("/crisis/escalations/{id}/acknowledgement", id)
                .then()
                .statusCode(200);

        Response answer =
                secondAuthority().body(Map.of("note", "All are told")).post("/crisis/escalations/{id}/resolution", id);

        answer.then().statusCode(200).body("state", equalTo("resolved"));
        assertThat(Topic.about(id, "escalation.resolved"))
                .extracting(event -> event.path("type").textValue().split("\\.")[4])
                .containsExactly("opened", "acknowledged", "handed-over", "acknowledged", "resolved");
    }

    @Test
    void climbsByItselfUntilNobodyIsKnownToAnswer() {
        Map<String, Object> ladder = ladder("PT1S");
        ladder.put("topRounds", 1);

        String id = opened(published(ladder));

        assertThat(Topic.about(id, "escalation.unanswered"))
                .extracting(event -> event.path("type").textValue().split("\\.")[4])
                .containsExactly("opened", "reminded", "ascended", "unanswered");
    }

    @Test
    void makesEachMoveOnceHoweverManyLook() throws SQLException {
        String id = opened(published(ladder("PT10M")));
        makeDue(id);

        List<Uni<Boolean>> replicas =
                IntStream.range(0, 8).mapToObj(ignored -> escalations.tick()).toList();
        Uni.join().all(replicas).andFailFast().await().indefinitely();

        // It may be the replica's own clock that was first, and has yet to commit.
        eventually(() -> moves(id).equals("2"));
        assertThat(query("select count(*) from escalation_notice where escalation = '" + id + "' and number = 2"))
                .isEqualTo("3");
    }

    /** A replica that has begun and dies leaves nothing behind: another makes the move, once. */
    @Test
    void goesOnWhenTheReplicaThatWasAtItDies() throws SQLException {
        String id = opened(published(ladder("PT10M")));
        try (Connection dying = EmbeddedServers.superuser("crisis");
                Statement statement = dying.createStatement()) {
            dying.setAutoCommit(false);
            statement.execute("select * from escalation where id = '" + id + "' for update");
            statement.execute("update escalation set due_at = now() - interval '1 day' where id = '" + id + "'");
            statement.execute("insert into outbox (subject, event) values ('" + id + "', '{}')");
            escalations.tick().await().indefinitely();
            assertThat(moves(id)).isEqualTo("1");
        }
        makeDue(id);

        escalations.tick().await().indefinitely();

        eventually(() -> moves(id).equals("2"));
    }

    @Test
    void isSentAgainUnderTheSameIdentifierWhenNobodySaidThatItWas() throws SQLException {
        String id = opened(published(ladder("PT10M")));
        eventually(() -> received("/hooks").contains(id));
        eventually(() -> query(
                        "select count(*) from escalation_notice where sent_at is null and escalation = '" + id + "'")
                .equals("0"));

        int before = hooks(id).size();
        execute("update escalation_notice set sent_at = null, attempts = 0, due_at = now() where escalation = '" + id
                + "'");

        eventually(() -> hooks(id).size() > before);
        assertThat(hooks(id))
                .allMatch(hook -> hook.split(" ")[0].equals(hooks(id).get(0).split(" ")[0]));
    }

    @Test
    void givesUpOnAReceiverThatDoesNotTakeIt() {
        Map<String, Object> ladder = ladder("PT10M");
        ladder.put(
                "levels",
                List.of(Map.of(
                        "name",
                        "duty",
                        "onCall",
                        List.of(Map.of("person", "xaa-crisis", "webhook", origin + "/broken")),
                        "within",
                        "PT10M")));
        String id = opened(published(ladder));

        var failed = Topic.about(id, "notice.failed").stream()
                .filter(event -> event.path("type").textValue().contains("notice.failed"))
                .toList();

        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).path("data").path("attempts").intValue()).isEqualTo(3);
        assertThat(failed.get(0).toString()).doesNotContain("broken");
    }

    @Test
    void isTakenByOneOfTwoWhoAnswerAtOnce() {
        String id = opened(published(ladder("PT10M")));

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(() -> authority()
                        .body("{}")
                        .post("/crisis/escalations/{id}/acknowledgement", id)
                        .statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void tellsWhoComesLateWhatItHasBecome() {
        String id = opened(published(ladder("PT10M")));
        authority()
                .body("{}")
                .post("/crisis/escalations/{id}/acknowledgement", id)
                .then()
                .statusCode(200);

        Response late = authority()
                .header("If-Match", "\"1\"")
                .body(Map.of("note", "done"))
                .post("/crisis/escalations/{id}/resolution", id);

        late.then().statusCode(412).body("current.state", equalTo("acknowledged"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"levels": []}                                            | /title
        {"title": "x", "levels": []}                              | /levels
        {"title": "x", "levels": [{"name": "a", "onCall": []}]}   | /levels/0/onCall
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a b", "mail": "a@b"}], "within": "PT1M"}]} | /levels/0/onCall/0/person
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a"}], "within": "PT1M"}]} | /levels/0/onCall/0
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a", "mail": "a b@c"}], "within": "PT1M"}]} | /levels/0/onCall/0/mail
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a", "webhook": "https://elsewhere.example/x"}], "within": "PT1M"}]} | /levels/0/onCall/0/webhook
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a", "mail": "a@b"}], "within": "PT0S"}]} | /levels/0/within
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a", "mail": "a@b"}], "within": "PT1M"}], "awakeFrom": 2} | /awakeFrom
        {"title": "x", "levels": [{"name": "a", "onCall": [{"person": "a", "mail": "a@b"}], "within": "PT1M"}], "quietHours": {"zone": "Nowhere", "from": "22:00", "until": "06:00"}} | /quietHours/zone
        """)
    void refusesALadderNamingTheField(String body, String field) {
        Response answer = authority().body(body).put("/crisis/ladders/bad-ladder");

        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void refusesASubjectOfTwoLines() {
        Response answer = authority()
                .body(Map.of("ladder", "crisis-cell", "subject", "one\nBcc: two"))
                .post("/crisis/escalations");

        answer.then().statusCode(400).body("field", equalTo("/subject")).body("detail", containsString("one line"));
    }

    private Map<String, Object> ladder(String within) {
        String name = "cell-" + UUID.randomUUID();
        Map<String, Object> first =
                Map.of("person", "xaa-crisis", "mail", name + "@crisis.example", "webhook", origin + "/pager");
        Map<String, Object> deputy = Map.of("person", "xaa-stand-in", "webhook", origin + "/pager");
        Map<String, Object> chief = Map.of("person", "xaa-deputy", "webhook", origin + "/pager");
        return new TreeMap<>(Map.of(
                "title",
                name,
                "levels",
                List.of(
                        Map.of("name", "duty", "onCall", List.of(first), "deputies", List.of(deputy), "within", within),
                        Map.of("name", "chief", "onCall", List.of(chief), "within", within))));
    }

    private static String published(Map<String, Object> ladder) {
        String name = String.valueOf(ladder.get("title"));
        authority().body(ladder).put("/crisis/ladders/{name}", name).then().statusCode(200);
        return name;
    }

    private static String opened(String ladder) {
        return authority()
                .body(Map.of("ladder", ladder, "subject", "Originators are to be told"))
                .post("/crisis/escalations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification person(String name) {
        return with(Crisis.home(name).roles("liaison-officer"));
    }

    private String received(String path) {
        return given().get(origin + path).asString();
    }

    private List<String> hooks(String id) {
        return received("/hooks").lines().filter(line -> line.contains(id)).toList();
    }

    private static String moves(String id) {
        return query("select version from escalation where id = '" + id + "'");
    }

    private static void makeDue(String id) throws SQLException {
        execute("update escalation set due_at = now() - interval '1 minute' where id = '" + id + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String sql) {
        try (Connection connection = EmbeddedServers.superuser("crisis");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
