package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.houseRules;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The certification scenario of AuthZEN Authorization API 1.0, request by request (see authzen/README.md). */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class CertificationResourceTest {
    private static final Path SCENARIO = Path.of("src/test/resources/authzen/certification.yaml");
    private static final Path FIXTURE = Path.of("src/main/resources/fixture/authzen.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final String PERMITTED = """
            {"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"},
             "resource": {"type": "record", "id": "record-1"}}""";
    private static final String READERS = """
            {"subject": {"type": "user"}, "action": {"name": "read"}, "resource": {"type": "record", "id": "record-1"},
             "page": %s}""";

    @BeforeEach
    void loadTheFixtureOnce() throws IOException {
        if (LOADED.compareAndSet(false, true)) {
            houseRules(Files.readString(FIXTURE));
        }
    }

    static Stream<Arguments> scenario() throws IOException {
        List<Arguments> requests = new ArrayList<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(SCENARIO.toFile())
                .forEach(request -> requests.add(Arguments.of(
                        request.path("level").asText() + " "
                                + request.path("section").asText(),
                        request)));
        return requests.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenario")
    void answersAsTheScenarioSays(String name, JsonNode request) throws IOException {
        // given
        String path = "/access/v1/" + request.path("to").asText();

        // when
        Response answer =
                asEnforcementPoint().body(request.path("body").toString()).post(path);

        // then
        assertThat(answer.statusCode()).isEqualTo(request.path("status").asInt(200));
        if (answer.statusCode() == 200) {
            assertThat(answer.contentType()).startsWith("application/json");
            JsonNode body = JSON.readTree(answer.asByteArray());
            checkDecision(request, body);
            checkDecisions(request, body);
            checkResults(request, body);
        }
    }

    private static void checkDecision(JsonNode request, JsonNode body) {
        if (request.has("decision")) {
            assertThat(body.path("decision")).isEqualTo(request.get("decision"));
            assertThat(body.path("context").isMissingNode()
                            || body.path("context").isObject())
                    .isTrue();
        }
    }

    private static void checkDecisions(JsonNode request, JsonNode body) {
        if (request.has("decisions")) {
            assertThat(body.path("evaluations")).hasSameSizeAs(request.get("decisions"));
            for (int index = 0; index < request.get("decisions").size(); index++) {
                JsonNode decision = body.at("/evaluations/" + index + "/decision");
                JsonNode expected = request.at("/decisions/" + index);
                assertThat(decision.isBoolean()).isTrue();
                assertThat(expected.isNull() || expected.equals(decision)).isTrue();
            }
        }
    }

    private static void checkResults(JsonNode request, JsonNode body) throws IOException {
        if (!request.path("to").asText().startsWith("search/")) {
            return;
        }
        assertThat(body.path("results").isArray()).isTrue();
        assertThat(body.at("/page/next_token").isTextual()).isTrue();
        String sought = request.path("to").asText().substring("search/".length());
        assertThat(body.get("results")).allSatisfy(result -> checkShape(result, request.path("body"), sought));
        assertThat(body.get("results")).containsAll(request.path("includes"));
        if (request.has("results")) {
            assertThat(body.get("results")).isEqualTo(request.get("results"));
        }
        if (request.has("same")) {
            assertThat(body.get("results"))
                    .isEqualTo(resultsOf(request.get("same").asText()));
        }
    }

    private static void checkShape(JsonNode result, JsonNode search, String sought) {
        if (sought.equals("action")) {
            assertThat(result.path("name").isTextual()).isTrue();
        } else {
            assertThat(result.path("id").isTextual()).isTrue();
            assertThat(result.path("type")).isEqualTo(search.path(sought).path("type"));
        }
    }

    private static JsonNode resultsOf(String section) throws IOException {
        JsonNode other = StreamSupport.stream(
                        new ObjectMapper(new YAMLFactory())
                                .readTree(SCENARIO.toFile())
                                .spliterator(),
                        false)
                .filter(request -> request.path("section").asText().equals(section))
                .findFirst()
                .orElseThrow();
        Response answer = asEnforcementPoint()
                .body(other.path("body").toString())
                .post("/access/v1/" + other.path("to").asText());
        return JSON.readTree(answer.asByteArray()).path("results");
    }

    @ParameterizedTest(name = "2.4.3 to 2.4.5 {0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluation | text/plain | {}",
                "evaluation | application/xml | {}",
                "evaluation | application/json | {\"subject\":",
                "evaluation | application/json | ''",
                "evaluations | text/plain | {}",
                "evaluations | application/json | ''",
                "search/subject | text/plain | {}",
                "search/resource | application/json | {\"subject\":",
                "search/action | application/json | ''"
            })
    void refusesWhatIsNoRequest(String to, String type, String body) {
        // given
        var request = asEnforcementPoint().contentType(type).body(body);

        // when
        Response answer = request.post("/access/v1/" + to);

        // then
        answer.then().statusCode(400);
    }

    @ParameterizedTest(name = "2.5.1 {0} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluation | {} | 400",
                "evaluation | PERMITTED | 200",
                "evaluations | PERMITTED | 200",
                "search/subject | PERMITTED | 200",
                "search/resource | PERMITTED | 200",
                "search/action | PERMITTED | 200",
                "search/action | [] | 400",
                "nothing | {} | 404"
            })
    void givesBackTheIdentifierOfARequest(String to, String body, int status) {
        // given
        var request = asEnforcementPoint()
                .header("X-Request-ID", "bfe9eb29-ab87")
                .body(body.equals("PERMITTED") ? PERMITTED : body);

        // when
        Response answer = request.post("/access/v1/" + to);

        // then
        answer.then().statusCode(status).header("X-Request-ID", equalTo("bfe9eb29-ab87"));
    }

    @Test
    void givesItBackToACallerWhoIsNotKnown() {
        // given
        var request = RestAssured.given().contentType("application/json").header("X-Request-ID", "r1");

        // when
        Response answer = request.body(PERMITTED).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(401).header("X-Request-ID", equalTo("r1")).header("WWW-Authenticate", notNullValue());
    }

    @Test
    void needsNoIdentifierOfARequest() {
        // given
        var request = asEnforcementPoint().body(PERMITTED);

        // when
        Response answer = request.post("/access/v1/evaluation");

        // then
        answer.then().statusCode(200);
    }

    @Test
    void answersTheSameEachTime() {
        // given
        asEnforcementPoint()
                .body(PERMITTED)
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));

        // when
        Response answer = asEnforcementPoint().body(PERMITTED).post("/access/v1/evaluation");

        // then
        answer.then().body("decision", equalTo(true));
    }

    @Test
    void pagesToTheEnd() {
        // given
        String token = asEnforcementPoint()
                .body(READERS.formatted("{\"limit\": 1}"))
                .post("/access/v1/search/subject")
                .path("page.next_token");

        // when
        Response answer = asEnforcementPoint()
                .body(READERS.formatted("{\"token\": \"" + token + "\"}"))
                .post("/access/v1/search/subject");

        // then
        answer.then()
                .statusCode(200)
                .body("results.size()", equalTo(1))
                .body("results[0].id", equalTo("bob"))
                .body("page.next_token", equalTo(""));
    }

    @Test
    void describesItselfAtTheWellKnownPlace() {
        // given
        var request =
                RestAssured.given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "pdp.example.org");

        // when
        Response answer = request.get("/.well-known/authzen-configuration");

        // then
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("policy_decision_point", equalTo("https://pdp.example.org"))
                .body("access_evaluation_endpoint", equalTo("https://pdp.example.org/access/v1/evaluation"))
                .body("access_evaluations_endpoint", equalTo("https://pdp.example.org/access/v1/evaluations"))
                .body("search_subject_endpoint", equalTo("https://pdp.example.org/access/v1/search/subject"))
                .body("search_resource_endpoint", equalTo("https://pdp.example.org/access/v1/search/resource"))
                .body("search_action_endpoint", equalTo("https://pdp.example.org/access/v1/search/action"));
    }
}
