package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.houseRules;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.nation;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SearchResourceTest {
    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final String READERS = """
            {"subject": {"type": "user"}, "action": {"name": "read"}, "resource": {"type": "file", "id": "f1"}}""";

    @BeforeEach
    void loadOnce() {
        if (LOADED.compareAndSet(false, true)) {
            houseRules("""
                {"name": "files", "resourceTypes": ["file"],
                 "subjects": [{"type": "user", "id": "eve"}, {"type": "user", "id": "cid", "properties": {"unit": "N2"}},
                              {"type": "user", "id": "ann", "properties": {"unit": "N2"}},
                              {"type": "user", "id": "bob", "properties": {"unit": "N3"}}, {"type": "team", "id": "t1"}],
                 "resources": [{"type": "file", "id": "f1"}, {"type": "file", "id": "f2", "properties": {"secret": true}}],
                 "actions": [{"name": "read"}, {"name": "write"}, {"name": "burn"}],
                 "rules": [{"name": "units-read", "permit": "action.name == 'read' && has(subject.unit) && !has(resource.secret)"},
                           {"name": "n2-reads-secrets", "permit": "action.name == 'read' && subject.unit == 'N2'"},
                           {"name": "ann-writes", "permit": "action.name == 'write' && subject.id == 'ann'"}]}""");
        }
    }

    private static ValidatableResponse found(String kind, String search) {
        return asEnforcementPoint()
                .body(search)
                .post("/access/v1/search/" + kind)
                .then();
    }

    private static String with(String search, String page) {
        return search.substring(0, search.lastIndexOf('}')) + ", \"page\": " + page + "}";
    }

    @Test
    void findsThoseWhomARulePermitsInAStableOrder() {
        // given
        String search = READERS;

        // when
        var answer = found("subject", search);

        // then
        answer.statusCode(200)
                .body("results.id", contains("ann", "bob", "cid"))
                .body("results[0].keySet()", contains("type", "id"))
                .body("page.next_token", equalTo(""))
                .body("page.count", equalTo(3))
                .body("page.total", equalTo(3));
    }

    @Test
    void isOnRecordBeforeItIsAnswered() {
        // given
        String search = READERS;

        // when
        String decision = found("subject", search).extract().path("context.decisionId");

        // then
        assertThat(rows("select inputs from decision where id = ?", UUID.fromString(decision))
                        .get(0))
                .contains("\"search\":\"subject\"", "\"instant\":");
        assertThat(rows("select result from decision where id = ?", UUID.fromString(decision))
                        .get(0))
                .contains("{\"id\":\"bob\",\"type\":\"user\"}");
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        // given
        String token = found("subject", with(READERS, "{\"limit\": 2}"))
                .body("results.id", contains("ann", "bob"))
                .extract()
                .path("page.next_token");

        // when
        var answer = found("subject", with(READERS, "{\"token\": \"" + token + "\"}"));

        // then
        answer.statusCode(200).body("results.id", contains("cid")).body("page.next_token", equalTo(""));
    }

    @Test
    void tellsNothingInATokenButWhatItHasTold() {
        // given
        String search = with(READERS, "{\"limit\": 0}");

        // when
        var answer = found("subject", search);

        // then
        answer.statusCode(200).body("results", empty()).body("page.next_token", not(equalTo("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"limit\": 2}", "{\"token\": \"TOKEN\"}"})
    void canBeReplayed(String page) {
        // given
        String token =
                found("subject", with(READERS, "{\"limit\": 2}")).extract().path("page.next_token");
        String decision = found("subject", with(READERS, page.replace("TOKEN", token)))
                .extract()
                .path("context.decisionId");

        // when
        var replay =
                asLiaison().post("/access/decisions/" + decision + "/replay").then();

        // then
        replay.statusCode(200).body("differences", empty()).body("same", equalTo(true));
    }

    @Test
    void ofActionsOnAnAssetCanBeReplayed() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String decision = found("action", view(partner)).extract().path("context.decisionId");

        // when
        var replay =
                asLiaison().post("/access/decisions/" + decision + "/replay").then();

        // then
        replay.statusCode(200).body("differences", empty()).body("same", equalTo(true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a changed limit | {\"limit\": 1, \"token\": \"TOKEN\"} | file",
                "another resource | {\"token\": \"TOKEN\"} | dossier",
                "a token of nobody's | {\"token\": \"YWJj\"} | file",
                "a token that is none | {\"token\": \"%%\"} | file",
                "a token of another type | {\"token\": 7} | file"
            })
    void refusesATokenThatIsNotOfThisSearch(String name, String page, String type) {
        // given
        String token =
                found("subject", with(READERS, "{\"limit\": 2}")).extract().path("page.next_token");
        String search = with(READERS.replace("\"file\"", "\"" + type + "\""), page.replace("TOKEN", token));

        // when
        var answer = found("subject", search);

        // then
        answer.statusCode(400).body("field", equalTo("/page/token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | /page",
                "{\"limit\": -1} | /page/limit",
                "{\"limit\": 1.5} | /page/limit",
                "{\"limit\": \"1\"} | /page/limit"
            })
    void refusesAPageThatMakesNoSense(String page, String field) {
        // given
        String search = with(READERS, page);

        // when
        var answer = found("subject", search);

        // then
        answer.statusCode(400).body("field", equalTo(field));
    }

    @Test
    void findsNoMoreThanWhatAnEvaluationPermits() {
        // given
        String search = READERS.replace("f1", "f2");

        // when
        var answer = found("subject", search);

        // then
        answer.body("results.id", contains("ann", "cid"));
    }

    @Test
    void isNarrowedByWhatIsStatedOfTheSought() {
        // given
        String search = READERS.replace("\"type\": \"user\"", "\"type\": \"user\", \"properties\": {\"unit\": \"N3\"}");

        // when
        var answer = found("subject", search);

        // then
        answer.body("results.id", contains("bob"));
    }

    static Stream<String> strangers() {
        return Stream.of("N9", "N".repeat(5000));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isNotWidenedByWhatIsStatedOfTheSought(String unit) {
        // given
        String search = READERS.replace(
                "\"type\": \"user\"", "\"type\": \"user\", \"properties\": {\"unit\": \"" + unit + "\"}");

        // when
        var answer = found("subject", search);

        // then
        answer.statusCode(200).body("results", empty());
    }

    @Test
    void findsResourcesAndActions() {
        // given
        String resources = """
            {"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"}, "resource": {"type": "file"}}""";
        String actions = """
            {"subject": {"type": "user", "id": "ann"}, "resource": {"type": "file", "id": "f2"}}""";

        // when
        var answer = found("resource", resources);

        // then
        answer.statusCode(200).body("results.id", contains("f1"));
        found("action", actions).statusCode(200).body("results.name", contains("read", "write"));
    }

    @Test
    void findsWhatAPersonMayDoWithAnAssetThatIsDescribed() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String search = view(partner).replace("\"action\": {\"name\": \"view\"},", "");

        // when
        var answer = found("action", search);

        // then
        answer.statusCode(200).body("results.name", contains("discover", "view"));
    }

    @Test
    void findsWithoutAPurposeNothingButDiscovery() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String search = view(partner)
                .replace("\"action\": {\"name\": \"view\"},", "")
                .replace("\"purpose\": \"cyber-defence\"", "");

        // when
        var answer = found("action", search);

        // then
        answer.statusCode(200).body("results.name", contains("discover"));
    }

    @Test
    void findsNothingToDoWithAnAssetForAPartnerWithoutAnAgreement() {
        // given
        String search = view(registeredPartner()).replace("\"action\": {\"name\": \"view\"},", "");

        // when
        var answer = found("action", search);

        // then
        answer.statusCode(200).body("results", empty());
    }

    @ParameterizedTest
    @CsvSource({"subject", "resource"})
    void tellsOfNoAssetAndNoPersonThatTheyExist(String kind) {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String search = view(partner);

        // when
        var answer = found(kind, search);

        // then
        answer.statusCode(200).body("results", empty()).body("page.total", equalTo(0));
    }

    @Test
    void isForEnforcementPointsOfTheHomeSideOnly() {
        // given
        TestTokens partners = TestTokens.token("gate").partner(nation()).roles("policy-enforcement-point");

        // when
        var answer = as(partners).body(READERS).post("/access/v1/search/subject");

        // then
        answer.then().statusCode(403);
        as(TestTokens.token("xaa-policy").roles("policy-administrator"))
                .body(READERS)
                .post("/access/v1/search/subject")
                .then()
                .statusCode(403);
    }
}
