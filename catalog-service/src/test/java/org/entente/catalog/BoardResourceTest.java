package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardResourceTest {
    private static final String GROUP =
            "BOARD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    /** As other tests have it, which take their labels' categories for granted. */
    private static final String HYDROLOGY = """
        {"categories": [{"name": "hydrology", "rules": ["Named contacts only."], "ownersRequired": true},
                        {"name": "tides"}]}\
        """;

    /** The board is one for all tests of this service; the others expect none. */
    @AfterEach
    void dissolve() {
        Database.tamper("truncate board_constitution, board_consent, board_constituted, board_proposal, board_ballot,"
                + " board_outcome, standard");
    }

    @Test
    void isConstitutedWithTheLastConsent() {
        String id = proposed();
        officer("XBB")
                .post("/catalog/board/constitutions/" + id + "/consents")
                .then()
                .statusCode(200);

        Response last = officer("XCC").post("/catalog/board/constitutions/" + id + "/consents");

        last.then().statusCode(200).body("consents", equalTo(List.of("XAA", "XBB", "XCC")));
        officer("XBB").get("/catalog/board").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void actsOnceUnderOneKey() {
        constitute();
        String key = UUID.randomUUID().toString();
        Instant closes = Instant.now().plusSeconds(600);
        String id = propose(officer("XBB").header("Idempotency-Key", key), withGroup("ONCE-2027"), closes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String ballot = UUID.randomUUID().toString();
        vote(officer("XBB").header("Idempotency-Key", ballot), id, "yes").then().statusCode(200);

        Response again = vote(officer("XBB").header("Idempotency-Key", ballot), id, "yes");

        again.then().statusCode(200).body("id", equalTo(id));
        vote(officer("XBB"), id, "yes").then().statusCode(409);
        vote(officer("XBB").header("Idempotency-Key", ballot), id, "no").then().statusCode(422);
        propose(officer("XBB").header("Idempotency-Key", key), withGroup("ONCE-2027"), closes)
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void isNotConstitutedBefore() {
        String id = proposed();

        Response first = officer("XBB").post("/catalog/board/constitutions/" + id + "/consents");

        first.then().statusCode(200).body("consents", equalTo(List.of("XAA", "XBB")));
        Callers.policyAdministrator().get("/catalog/board").then().statusCode(404);
        putAlliance(policy()).then().statusCode(200);
    }

    @Test
    void takesTheAlliancesPolicyOutOfOneNationsHands() {
        constitute();

        Response put = putAlliance(policy());

        put.then().statusCode(409);
    }

    @Test
    void leavesNationsTheirOwn() {
        constitute();
        String own = """
            {"name": "XQA", "levels": [{"name": "LOW", "is": "UNCLASSIFIED"}], "groups": []}\
            """;

        Response put = Callers.policyAdministrator().body(own).put("/catalog/marking-policies/XQA");

        assertThat(put.statusCode()).isIn(200, 201);
    }

    @Test
    void isNotThereForStrangers() {
        String id = constitute();

        Response found = officer("XDD").get("/catalog/board/constitutions/" + id);

        found.then().statusCode(404);
        officer("XDD").get("/catalog/board").then().statusCode(404);
        officer("XDD").get("/catalog/board/proposals").then().statusCode(404);
        Callers.xbbAnalyst().get("/catalog/board").then().statusCode(403);
    }

    @Test
    void putsInForceWhatTheMajorityWants() {
        constitute();
        String id = propose(officer("XBB"), withGroup(GROUP), Instant.now().plusSeconds(3600))
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract()
                .path("id");
        vote(Callers.policyAdministrator(), id, "yes").then().statusCode(200).body("state", equalTo("open"));
        vote(officer("XCC"), id, "no").then().statusCode(200);

        Response last = vote(officer("XBB"), id, "yes");

        last.then().statusCode(200).body("state", equalTo("adopted"));
        itsTimeHasCome(id);
        assertThat(awaitState(id, "in-force").<Integer>path("version")).isPositive();
        assertThat(policy().toString()).contains(GROUP);
    }

    @Test
    void doesNotWhatTheMajorityRefuses() {
        constitute();
        String id = open("REFUSED-GROUP");
        vote(officer("XBB"), id, "no");
        vote(officer("XCC"), id, "no");

        Response last = vote(Callers.policyAdministrator(), id, "yes");

        last.then().statusCode(200).body("state", equalTo("rejected"));
    }

    @Test
    void doesNothingWithoutItsQuorum() {
        constitute();
        String id = propose(
                        officer("XBB"), withGroup("LONELY-GROUP"), Instant.now().plusSeconds(3600))
                .path("id");
        vote(officer("XBB"), id, "yes").then().statusCode(200);

        itsTimeHasCome(id);
        Response settled = awaitState(id, "rejected");

        settled.then().body("state", equalTo("rejected"));
    }

    @Test
    void hearsEachPartyOnce() {
        constitute();
        String id = open("ONCE-GROUP");
        vote(officer("XBB"), id, "no").then().statusCode(200);

        Response again = vote(officer("XBB"), id, "yes");

        again.then().statusCode(409);
    }

    @Test
    void refusesAtOnceWhatWouldShowAnybodyMore() {
        String group = "WIDE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        ObjectNode narrow = withGroup(group);
        putAlliance(narrow);
        ObjectNode registration = Bundles.registration("Widened");
        ((ObjectNode) registration.path("defaultLabel"))
                .putArray("releasableTo")
                .add(group);
        Callers.register(registration);
        constitute();
        ObjectNode wider = narrow.deepCopy();
        ((ArrayNode) wider.at("/groups/" + (wider.path("groups").size() - 1) + "/members"))
                .addObject()
                .put("code", "XDD");

        Response refused = propose(officer("XBB"), wider, Instant.now().plusSeconds(3600));

        refused.then()
                .statusCode(422)
                .body("field", equalTo("/document"))
                .body("report.compared", greaterThan(0))
                .body("report.widened", empty());
        propose(Callers.policyAdministrator(), wider, Instant.now().plusSeconds(3600))
                .then()
                .statusCode(422)
                .body("report.widened", not(empty()));
    }

    @Test
    void refusesWhenTheVoteClosesWhatContentCameToDependOn() {
        String group = "LATE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        ObjectNode narrow = withGroup(group);
        putAlliance(narrow);
        constitute();
        ObjectNode without = narrow.deepCopy();
        ((ArrayNode) without.path("groups")).remove(without.path("groups").size() - 1);
        String id = propose(officer("XBB"), without, Instant.now().plusSeconds(3600))
                .path("id");
        ObjectNode registration = Bundles.registration("Dependent");
        ((ObjectNode) registration.path("defaultLabel"))
                .putArray("releasableTo")
                .add(group);
        Callers.register(registration);
        vote(officer("XBB"), id, "yes");
        vote(officer("XCC"), id, "yes");

        Response last = vote(Callers.policyAdministrator(), id, "yes");

        last.then().statusCode(200).body("state", equalTo("refused")).body("report.unreadable", not(empty()));
    }

    @Test
    void takesTheInformationPolicyOutOfOneNationsHands() {
        putCategories(categories());
        constitute();

        Response put = putCategories(categories());

        put.then().statusCode(409);
    }

    @Test
    void putsCategoriesInForceThatTheMajorityWants() {
        constitute();
        String added = category();
        ObjectNode wanted = categories();
        wanted.withArray("categories")
                .addObject()
                .put("name", added)
                .putArray("rules")
                .add("Named contacts only.");
        String id = propose(
                        officer("XBB"),
                        "information-policy",
                        "ALLIANCE",
                        wanted,
                        Instant.now().plusSeconds(3600))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        vote(officer("XCC"), id, "yes").then().statusCode(200);
        vote(officer("XBB"), id, "yes").then().statusCode(200);

        Response last = vote(Callers.policyAdministrator(), id, "abstain");

        last.then().statusCode(200).body("state", equalTo("adopted"));
        itsTimeHasCome(id);
        awaitState(id, "in-force");
        Callers.policyAdministrator()
                .get("/catalog/information-policy")
                .then()
                .body("categories.find { it.name == '" + added + "' }.tier", equalTo(3));
    }

    @Test
    void refusesThatACategoryGoesThatLabelsAreIn() {
        putCategories(Bundles.read(HYDROLOGY)).then().statusCode(anyOf(equalTo(200), equalTo(201)));
        registerIn("tides");
        constitute();
        JsonNode without = Bundles.read("{\"categories\": [{\"name\": \"hydrology\", \"ownersRequired\": true}]}");

        Response refused = propose(
                Callers.policyAdministrator(),
                "information-policy",
                "ALLIANCE",
                without,
                Instant.now().plusSeconds(3600));

        refused.then().statusCode(422).body("field", equalTo("/document")).body("report.unreadable", not(empty()));
    }

    @Test
    void refusesThatAProtectedCategoryIsProtectedNoMore() {
        putCategories(Bundles.read(HYDROLOGY)).then().statusCode(anyOf(equalTo(200), equalTo(201)));
        registerIn("hydrology");
        constitute();
        JsonNode open = Bundles.read("{\"categories\": [{\"name\": \"hydrology\"}, {\"name\": \"tides\"}]}");

        Response refused = propose(
                Callers.policyAdministrator(),
                "information-policy",
                "ALLIANCE",
                open,
                Instant.now().plusSeconds(3600));

        refused.then().statusCode(422).body("report.widened", not(empty()));
    }

    @Test
    void namesTheFieldOfAnInformationPolicyThatMeansNothing() {
        constitute();
        JsonNode wrong = Bundles.read("{\"categories\": [{\"name\": \"No Name\"}]}");

        Response refused = propose(
                officer("XBB"),
                "information-policy",
                "ALLIANCE",
                wrong,
                Instant.now().plusSeconds(3600));

        refused.then().statusCode(400).body("field", equalTo("/document/categories/0/name"));
        propose(
                        officer("XBB"),
                        "information-policy",
                        "XAA",
                        categories(),
                        Instant.now().plusSeconds(3600))
                .then()
                .statusCode(400)
                .body("field", equalTo("/name"));
    }

    @Test
    void recordsWhatItDecides() {
        constitute();
        String id = open("RECORDED-GROUP");
        List.of("XBB", "XCC").forEach(party -> vote(officer(party), id, "no"));
        vote(Callers.policyAdministrator(), id, "abstain").then().statusCode(200);

        List<JsonNode> events = Events.await("org.entente.catalog.board.decided.v1", id);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/data/outcome").asText()).isEqualTo("rejected");
    }

    @Test
    void takesExchangeProfilesOverToo() {
        Profiles.put("everything", "ALLIANCE", Profiles.EVERY_TYPE)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        constitute();

        Response put = Profiles.put("everything", "ALLIANCE", Profiles.EVERY_TYPE);

        put.then().statusCode(409);
        Profiles.put("own", "XAA", Profiles.EVERY_TYPE).then().statusCode(200);
    }

    @Test
    void refusesAProfileThatWouldLetPassWhatIsStored() {
        Callers.register(Taxii.registration(List.of(Taxii.indicator("203.0.113.9")), "XBB"));
        Taxii.pages(Taxii.xbb(), Taxii.AWARENESS + "manifest/", Map.of("limit", 500));
        List<String> fewer = Profiles.EVERY_TYPE.stream()
                .filter(type -> !type.equals("indicator"))
                .toList();
        Profiles.put("narrow", "ALLIANCE", fewer).then().statusCode(200);
        constitute();

        Response refused = profile("narrow", Profiles.EVERY_TYPE);

        refused.then().statusCode(422).body("report.widened.stored", hasItem("indicator"));
        Database.tamper("delete from standard where name = 'narrow'");
    }

    @Test
    void refusesASchemaUnderWhichStoredObjectsAreNotValid() {
        Callers.register(Bundles.registration("Schema"));
        constitute();

        Response refused = propose(Callers.policyAdministrator(), "threat-actors", schema("threat-actor", "aliases"));

        refused.then().statusCode(422).body("report.compared", greaterThan(0)).body("report.unreadable", not(empty()));
        propose(officer("XBB"), "threat-actors", schema("threat-actor", "name"))
                .then()
                .statusCode(201);
    }

    @Test
    void listsProposalsForItsParties() {
        constitute();
        String id = open("LISTED-GROUP");

        Response list = officer("XCC").get("/catalog/board/proposals");

        list.then().statusCode(200).body("proposals.id", equalTo(List.of(id))).body("proposals", hasSize(1));
    }

    private static String proposed() {
        return Callers.policyAdministrator()
                .body("{\"parties\": [\"XAA\", \"XBB\", \"XCC\"], \"quorum\": 2}")
                .post("/catalog/board/constitutions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String constitute() {
        String id = proposed();
        List.of("XBB", "XCC").forEach(party -> officer(party)
                .post("/catalog/board/constitutions/" + id + "/consents")
                .then()
                .statusCode(200));
        return id;
    }

    private static String open(String group) {
        return propose(officer("XBB"), withGroup(group), Instant.now().plusSeconds(3600))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String category() {
        return "board-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";
    }

    /** The information policy as it is. */
    private static ObjectNode categories() {
        ObjectNode policy = Bundles.JSON.createObjectNode();
        ArrayNode stated = policy.putArray("categories");
        Bundles.read(Callers.policyAdministrator()
                        .get("/catalog/information-policy")
                        .asString())
                .path("categories")
                .forEach(category -> {
                    if (!category.path("builtIn").booleanValue()) {
                        stated.addObject()
                                .put("name", category.path("name").asText())
                                .put(
                                        "ownersRequired",
                                        category.path("ownersRequired").booleanValue())
                                .set("rules", category.path("rules"));
                    }
                });
        return policy;
    }

    private static Response putCategories(JsonNode policy) {
        return Callers.policyAdministrator().body(policy.toString()).put("/catalog/information-policy");
    }

    private static void registerIn(String category) {
        ObjectNode registration = Taxii.registration(List.of(Taxii.indicator("203.0.113.77")), "XBB");
        ObjectNode label = Taxii.label(category, "XBB");
        label.putArray("proprietaryOwners").add("XAA-WATER");
        registration.set("defaultLabel", label);
        Callers.register(registration);
    }

    private static Response propose(
            RequestSpecification proposer, String kind, String name, JsonNode document, Instant closes) {
        ObjectNode proposal = Bundles.JSON
                .createObjectNode()
                .put("kind", kind)
                .put("name", name)
                .put("reason", "Because.")
                .put("closes", closes.toString())
                .put("effective", closes.toString());
        proposal.set("document", document);
        return proposer.body(proposal.toString()).post("/catalog/board/proposals");
    }

    private static Response propose(RequestSpecification proposer, JsonNode policy, Instant closes) {
        ObjectNode proposal = Bundles.JSON
                .createObjectNode()
                .put("kind", "marking-policy")
                .put("name", "ALLIANCE")
                .put("reason", "Because.")
                .put("closes", closes.toString())
                .put("effective", closes.toString());
        proposal.set("document", policy);
        return proposer.body(proposal.toString()).post("/catalog/board/proposals");
    }

    private static Response profile(String name, List<String> types) {
        String closes = Instant.now().plusSeconds(3600).toString();
        ObjectNode proposal = Bundles.JSON
                .createObjectNode()
                .put("kind", "exchange-profile")
                .put("name", name)
                .put("reason", "Because.")
                .put("closes", closes)
                .put("effective", closes);
        proposal.set("document", Profiles.of(types));
        return Callers.policyAdministrator().body(proposal.toString()).post("/catalog/board/proposals");
    }

    private static Response propose(RequestSpecification proposer, String name, JsonNode schema) {
        String closes = Instant.now().plusSeconds(3600).toString();
        ObjectNode proposal = Bundles.JSON
                .createObjectNode()
                .put("kind", "schema")
                .put("name", name)
                .put("reason", "Because.")
                .put("closes", closes)
                .put("effective", closes);
        proposal.set("document", schema);
        return proposer.body(proposal.toString()).post("/catalog/board/proposals");
    }

    private static JsonNode schema(String type, String required) {
        return Bundles.read("""
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["%s"],
             "properties": {"type": {"const": "%s"}}}\
            """.formatted(required, type));
    }

    private static Response vote(RequestSpecification party, String proposal, String vote) {
        return party.body("{\"vote\": \"" + vote + "\"}").post("/catalog/board/proposals/" + proposal + "/ballots");
    }

    /** As if it were when the vote closes and what was adopted takes effect. */
    private static void itsTimeHasCome(String proposal) {
        Database.tamper(
                "update board_proposal set closes = now(), effective = now() where id = ?", UUID.fromString(proposal));
    }

    private static Response awaitState(String proposal, String state) {
        Response found = Callers.policyAdministrator().get("/catalog/board/proposals/" + proposal);
        for (int attempt = 0; attempt < 1200 && !state.equals(found.path("state")); attempt++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            found = Callers.policyAdministrator().get("/catalog/board/proposals/" + proposal);
        }
        return found.then().body("state", equalTo(state)).extract().response();
    }

    /** The alliance's policy as it is, with a group besides. */
    private static ObjectNode withGroup(String code) {
        ObjectNode policy = policy();
        ObjectNode group = policy.withArray("groups").addObject().put("code", code);
        group.putArray("members").addObject().put("code", "XAA");
        group.withArray("members").addObject().put("code", "XBB");
        return policy;
    }

    private static ObjectNode policy() {
        ObjectNode policy = (ObjectNode) Bundles.read(Callers.policyAdministrator()
                .get("/catalog/marking-policies/ALLIANCE")
                .asString());
        policy.remove("version");
        return policy;
    }

    private static Response putAlliance(JsonNode policy) {
        return Callers.policyAdministrator().body(policy.toString()).put("/catalog/marking-policies/ALLIANCE");
    }

    private static RequestSpecification officer(String party) {
        return Callers.as(Callers.home(party.toLowerCase(Locale.ROOT) + "-officer", "liaison-officer")
                .partner(party)
                .nationalities(party));
    }
}
