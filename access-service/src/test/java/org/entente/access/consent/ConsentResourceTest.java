package org.entente.access.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.asPolicyAdministrator;
import static org.entente.access.Access.nation;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Trusted.LATER;
import static org.entente.access.Trusted.asOriginator;
import static org.entente.access.Trusted.asPerson;
import static org.entente.access.Trusted.asPersonOf;
import static org.entente.access.Trusted.countersigned;
import static org.entente.access.Trusted.decided;
import static org.entente.access.Trusted.provided;
import static org.entente.access.Trusted.question;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.entente.access.Crises;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ConsentResourceTest {
    private static final String CONTROLLED = "'originatorControlled': true";
    private static final String REASON = "{\"reason\": \"Not any more.\"}";
    private static final String UNTIL = "{\"until\": \"" + LATER + "\"}";

    /** Single quotes for double ones. */
    private static String ask(String kind, String giver, String recipient, String material) {
        return """
            {'giver': {'kind': '%s', 'code': '%s'}, 'recipient': '%s', 'purpose': 'cyber-defence',
             'actions': ['view'], 'material': %s, 'justification': 'Same aircraft.', 'until': '%s'}""".formatted(kind, giver, recipient, material, LATER).replace('\'', '"');
    }

    private static String ofAsset(String recipient) {
        return ask("originator", "XAA", recipient, "{'asset': 'asset-1'}");
    }

    private static String ofClass(String kind, String giver, String recipient, String category) {
        return ask(kind, giver, recipient, "{'categories': ['" + category + "'], 'ceiling': 'SECRET'}");
    }

    private static String asked(String body) {
        return asLiaison()
                .body(body)
                .post("/access/consents")
                .then()
                .statusCode(201)
                .body("state", equalTo("asked"))
                .extract()
                .header("Location");
    }

    private static void given(RequestSpecification giver, String location) {
        giver.body(UNTIL).post(location + "/giving").then().statusCode(200).body("state", equalTo("given"));
    }

    private static String representative(String owner, String name) {
        return countersigned("/access/representatives", """
            {"owner": "%s", "nation": "XAA", "person": "%s", "name": "Counsel", "evidence": "Mandate 14", "until": "%s"}""".formatted(owner, TestTokens.subject(name), LATER));
    }

    private static String view(String partner, String asset, String label) {
        return question(partner, "analyst", asset, "view", label);
    }

    @Test
    void opensOneAssetForOneRecipientOnceGiven() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = asked(ofAsset(partner));
        decided(view(partner, "asset-1", CONTROLLED)).body("decision", equalTo(false));

        // when
        given(asOriginator(), location);

        // then
        String id = location.substring(location.lastIndexOf('/') + 1);
        decided(view(partner, "asset-1", CONTROLLED))
                .body("decision", equalTo(true))
                .body("context.explanation.partner.clauses", hasItem("consent " + id));
        decided(view(partner, "asset-2", CONTROLLED)).body("decision", equalTo(false));
        Topics.received("entente.access", "org.entente.access.consent.given.v1");
    }

    @Test
    void closesBeforeTheWithdrawalIsAnswered() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = asked(ofAsset(partner));
        given(asOriginator(), location);
        decided(view(partner, "asset-1", CONTROLLED)).body("decision", equalTo(true));

        // when
        asOriginator()
                .body(REASON)
                .post(location + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("reason", equalTo("Not any more."));

        // then
        decided(view(partner, "asset-1", CONTROLLED))
                .body("decision", equalTo(false))
                .body("context.reasons.code", contains("originator-consent-missing"));
    }

    @Test
    void aDecisionIsReplayedWithTheConsentOfThen() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String location = asked(ofAsset(partner));
        given(asOriginator(), location);
        String decision = decided(view(partner, "asset-1", CONTROLLED))
                .body("decision", equalTo(true))
                .extract()
                .path("context.decisionId");
        asOriginator().body(REASON).post(location + "/withdrawal").then().statusCode(200);

        // when
        var replay = asLiaison().post("/access/decisions/" + decision + "/replay");

        // then
        replay.then().statusCode(200).body("same", equalTo(true)).body("recorded.decision", equalTo(true));
    }

    @Test
    void theSameIsAskedOnce() {
        // given
        String partner = registeredPartner();
        String location = asked(ofAsset(partner));

        // when
        var again = asOriginator().body(ofAsset(partner)).post("/access/consents");

        // then
        again.then().statusCode(200).body("id", equalTo(location.substring(location.lastIndexOf('/') + 1)));
        assertThat(rows("select id::text from consent where recipient = ?", partner))
                .hasSize(1);
    }

    @Test
    void theSameIsAskedOnceByManyAtOnce() {
        // given
        String partner = registeredPartner();

        // when
        List<String> answers = List.of(1, 2, 3, 4, 5, 6).stream()
                .map(number -> CompletableFuture.supplyAsync(() -> asLiaison()
                        .body(ofAsset(partner))
                        .post("/access/consents")
                        .<String>path("id")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(answers).doesNotContainNull();
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void aRefusalStandsAndAWithdrawalDoesNot() {
        // given
        String refused = registeredPartner();
        String location = asked(ofAsset(refused));
        asOriginator()
                .body("{\"reason\": \"No.\"}")
                .post(location + "/refusal")
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"));
        String withdrawn = registeredPartner();
        String other = asked(ofAsset(withdrawn));
        given(asOriginator(), other);
        asOriginator().body(REASON).post(other + "/withdrawal").then().statusCode(200);

        // when
        var again = asLiaison().body(ofAsset(refused)).post("/access/consents");

        // then
        again.then().statusCode(200).body("state", equalTo("refused"));
        asLiaison()
                .body(ofAsset(withdrawn))
                .post("/access/consents")
                .then()
                .statusCode(201)
                .body("state", equalTo("asked"));
    }

    @Test
    void whoAsksDoesNotAnswer() {
        // given
        String location = asOriginator()
                .body(ofAsset(registeredPartner()))
                .post("/access/consents")
                .header("Location");

        // when
        var answer = asOriginator().body(UNTIL).post(location + "/giving");

        // then
        answer.then().statusCode(403);
        asLiaison().body(UNTIL).post(location + "/giving").then().statusCode(403);
    }

    @Test
    void anotherNationAnswersForItselfAndOthersDoNotLearnOfIt() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String third = nation();
        String location = asked(ofClass("originator", third, partner, "situational-awareness"));
        String theirs = CONTROLLED + ", 'originator': '" + third + "'";
        asOfficerOf(partner).get(location).then().statusCode(404);
        asOfficerOf(partner).body(UNTIL).post(location + "/giving").then().statusCode(404);
        asOriginator().body(UNTIL).post(location + "/giving").then().statusCode(403);

        // when
        given(asOfficerOf(third), location);

        // then
        decided(view(partner, "asset-1", theirs)).body("decision", equalTo(true));
        decided(view(partner, "asset-1", CONTROLLED)).body("decision", equalTo(false));
        asOfficerOf(third)
                .get("/access/consents?state=given")
                .then()
                .body("consents.giver.code", everyItem(equalTo(third)));
    }

    @Test
    void aClassOpensListsAndAnAssetIsNamedInThem() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String onlyAsset = asked(ofAsset(partner));
        given(asOriginator(), onlyAsset);
        String everything = question(partner, "analyst", "*", "discover", CONTROLLED);
        decided(everything).body("decision", equalTo(false)).body("context.named", contains("asset-1"));
        decided(question(partner, "analyst", "asset-1", "discover", CONTROLLED)).body("decision", equalTo(true));
        decided(question(partner, "analyst", "asset-2", "discover", CONTROLLED)).body("decision", equalTo(false));

        // when
        given(asOriginator(), asked(ofClass("originator", "XAA", partner, "situational-awareness")));

        // then
        decided(everything).body("decision", equalTo(true));
        decided(question(partner, "analyst", "asset-2", "discover", CONTROLLED)).body("decision", equalTo(true));
    }

    @Test
    void whatIsProprietaryNeedsOriginatorAndOwner() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String owner = "XAA-" + partner;
        String design = view(partner, "asset-1", "'proprietaryOwners': ['" + owner + "']")
                .replace("\"situational-awareness\"", "\"product-design\"")
                .replace("\"assurance\"", "\"dataRoom\": \"room-1\", \"assurance\"");
        representative(owner, "counsel");
        String asked = asked(ofClass("owner", owner, partner, "product-design"));
        given(asOriginator(), asked(ofClass("originator", "XAA", partner, "product-design")));
        decided(design).body("context.reasons.code", contains("owner-consent-missing", "training-lapsed"));

        // when
        given(asPerson("counsel"), asked);

        // then
        decided(design).body("context.reasons.code", contains("training-lapsed"));
    }

    @Test
    void anOwnerSpeaksThroughWhomTwoPersonsRegistered() {
        // given
        String owner = "XAA-" + UUID.randomUUID();
        String asked = asked(ofClass("owner", owner, registeredPartner(), "product-design"));
        asPerson("counsel-2").body(UNTIL).post(asked + "/giving").then().statusCode(404);
        String representative = representative(owner, "counsel-2");
        asPerson("counsel-3").get(asked).then().statusCode(403);
        asPersonOf("XBB", "counsel-2").get(asked).then().statusCode(403);
        asPerson("counsel-2").get(asked).then().statusCode(200);

        // when
        asPolicyAdministrator("xaa-policy")
                .body(REASON)
                .post(representative + "/withdrawal")
                .then()
                .statusCode(200);

        // then
        asPerson("counsel-2").body(UNTIL).post(asked + "/giving").then().statusCode(404);
    }

    @Test
    void oneAnswerWinsAndTheOtherSeesIt() {
        // given
        String location = asked(ofAsset(registeredPartner()));
        List<String> moves = List.of("/giving", "/refusal");

        // when
        List<Integer> statuses = moves.stream()
                .map(move -> CompletableFuture.supplyAsync(() -> asOriginator()
                        .body(move.equals("/giving") ? UNTIL : "{\"reason\": \"No.\"}")
                        .post(location + move)
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(statuses).containsOnlyOnce(200).anyMatch(status -> status == 409 || status == 412);
    }

    @Test
    void aGroupMeansItsMembersOfTheDay() {
        // given
        String partner = registeredPartner();
        provided(partner);
        String joined = registeredPartner();
        provided(joined);
        String group = "GROUP-" + partner;
        int version = Integer.parseInt(
                rows("select (coalesce(max(version), 0) + 1)::text from marking_policy where name = 'ALLIANCE'")
                        .get(0));
        Topics.send("entente.catalog", "ALLIANCE", allianceWith(group, partner, version));
        Crises.eventually(
                () -> !rows("select name from marking_policy where name = 'ALLIANCE' and version = ?", (long) version)
                        .isEmpty());

        // when
        String location = asked(ofClass("originator", "XAA", group, "situational-awareness"));

        // then
        given(asOriginator(), location);
        asLiaison().get(location).then().body("nations", contains(partner));
        decided(view(partner, "asset-1", CONTROLLED)).body("decision", equalTo(true));
        decided(view(joined, "asset-1", CONTROLLED)).body("decision", equalTo(false));
    }

    private static String allianceWith(String group, String member, int version) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/catalog",
             "type": "org.entente.catalog.marking-policy.published.v1", "subject": "ALLIANCE",
             "time": "2026-11-01T00:00:00Z", "exercise": false,
             "data": {"name": "ALLIANCE", "version": %d, "levels": [{"name": "UNCLASSIFIED", "is": "UNCLASSIFIED"},
               {"name": "RESTRICTED", "is": "RESTRICTED"}, {"name": "CONFIDENTIAL", "is": "CONFIDENTIAL"},
               {"name": "SECRET", "is": "SECRET"}, {"name": "TOP-SECRET", "is": "TOP-SECRET"}],
               "groups": [{"code": "%s", "members": [{"code": "%s"}]}]}}""".formatted(UUID.randomUUID(), version, group, member);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"originator\", \"code\" | \"nobody\", \"code\" | /giver/kind",
                "\"XAA\" | \"xaa\" | /giver/code",
                "\"cyber-defence\" | \"gossip\" | /purpose",
                "[\"view\"] | [\"discover\"] | /actions/0",
                "{\"asset\": \"asset-1\"} | {\"categories\": [\"sensitive\"]} | /material/ceiling",
                "{\"asset\": \"asset-1\"} | {\"categories\": [], \"ceiling\": \"SECRET\"} | /material/categories",
                "{\"asset\": \"asset-1\"} | {\"asset\": \"a\", \"categories\": [\"sensitive\"]} | /material/asset",
                "Same aircraft. | ' ' | /justification",
                "\"until\": \"2 | \"until\": \"1 | /until"
            })
    void isRefusedNamingTheField(String part, String replacement, String field) {
        // given
        String body = ofAsset(registeredPartner()).replace(part, replacement);

        // when
        var answer = asLiaison().body(body).post("/access/consents");

        // then
        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "NONE-SUCH", "ZZZ"})
    void isNotAskedForWhoIsNeitherAPartnerNorAGroup(String recipient) {
        // when
        var answer = asLiaison().body(ofAsset(recipient)).post("/access/consents");

        // then
        answer.then().statusCode(400).body("field", equalTo("/recipient"));
    }

    @Test
    void isGivenForNoLongerThanAsked() {
        // given
        String location = asked(ofAsset(registeredPartner()));

        // when
        var answer = asOriginator()
                .body("{\"until\": \"" + LATER.plusSeconds(1) + "\"}")
                .post(location + "/giving");

        // then
        answer.then().statusCode(422).body("field", equalTo("/until"));
        asOriginator().body("{}").post(location + "/giving").then().statusCode(400);
    }
}
