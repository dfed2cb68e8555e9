package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.secondOriginator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TearlineResourceTest {
    private static final String REPLACED = """
            [{"path": "description", "mask": "replace", "with": "Steals credentials."}]""";

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void guidesFromWhatIsSeenToWhatCouldBe() {
        String asset = Callers.register(Bundles.registration("Guided"));

        Response guidance = originator().body(Tearlines.FOR_XBB).post("/catalog/assets/{id}/tearlines/guidance", asset);

        guidance.then()
                .statusCode(200)
                .body("sees.portions", equalTo(3))
                .body("sees.of", equalTo(Bundles.PORTIONS))
                .body("blocking.code", contains("not-displayable"))
                .body("blocking.portions", contains(4))
                .body("portions.size()", equalTo(Bundles.PORTIONS))
                .body("portions.find { it.portion == '%s' }.seen".formatted(Bundles.OPEN_INDICATOR), equalTo(true))
                .body(
                        "portions.find { it.portion == '%s' }.reasons.clause".formatted(Bundles.MALWARE),
                        contains("label, displayableTo"))
                .body(
                        "portions.find { it.portion == '%s' }.suggested.phrases.flatten()".formatted(Bundles.MALWARE),
                        hasItem("from inside"))
                .body("labels[0].classification", equalTo("SECRET"))
                .body("labels[0].releasableTo", contains("XBB"))
                .body("next", nullValue());
    }

    @Test
    void guidesPageByPage() {
        String asset = Callers.register(Bundles.registration("Guided by pages"));
        ObjectNode request =
                ((ObjectNode) Bundles.read(Tearlines.FOR_XBB)).put("from", 2).put("limit", 3);

        Response guidance =
                originator().body(request.toString()).post("/catalog/assets/{id}/tearlines/guidance", asset);

        guidance.then().statusCode(200).body("portions.size()", equalTo(3)).body("next", equalTo(5));
    }

    @Test
    void isADraftThatNobodyIsShown() {
        String asset = Callers.register(Bundles.registration("Drafted"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then()
                .statusCode(200)
                .body("tearline", nullValue())
                .body("bundle.objects.id", equalTo(Bundles.SHOWN_TO_XBB));
        originator()
                .get("/catalog/assets/{id}/tearlines/{tearline}", asset, tearline)
                .then()
                .body("state", equalTo("proposed"))
                .body("content.parts.from.flatten()", hasItems(Bundles.MALWARE, Bundles.RELATIONSHIP));
    }

    @Test
    void showsTheAudienceAnObjectOfOurOwnDerivedFromWhatItMayNotSee() {
        String asset = Callers.register(Bundles.registration("Approved"));
        String tearline = Tearlines.approved(asset, Tearlines.draftOf(Bundles.MALWARE, REPLACED));

        Response view = Tearlines.view(xbbAnalyst(), asset);

        JsonNode objects = view.as(JsonNode.class).at("/bundle/objects");
        JsonNode malware = find(objects, "malware");
        JsonNode derived = find(objects, "relationship");
        view.then().statusCode(200).body("tearline.id", equalTo(tearline)).body("tearline.parts", equalTo(1));
        assertThat(malware.path("name").asText()).isEqualTo("Pumpkin");
        assertThat(malware.path("description").asText()).isEqualTo("Steals credentials.");
        assertThat(malware.path("id").asText()).startsWith("malware--").isNotEqualTo(Bundles.MALWARE);
        assertThat(derived.path("relationship_type").asText()).isEqualTo("derived-from");
        assertThat(derived.path("source_ref").asText())
                .isEqualTo(malware.path("id").asText());
        assertThat(derived.path("target_ref").asText()).startsWith("malware--");
        assertThat(objects.findValuesAsText("id"))
                .contains(malware.path("created_by_ref").asText());
        assertThat(view.asString()).doesNotContain(Bundles.MALWARE).doesNotContain(Bundles.SECRET_WORDS);
    }

    @Test
    void previewsExactlyWhatTheAudienceGets() {
        String asset = Callers.register(Bundles.registration("Previewed"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));
        JsonNode preview = originator()
                .get("/catalog/assets/{id}/tearlines/{tearline}/preview", asset, tearline)
                .then()
                .statusCode(200)
                .body("wouldBeShown", equalTo(true))
                .extract()
                .as(JsonNode.class)
                .path("view");
        Tearlines.decide(secondOriginator(), asset, tearline, "approval").then().statusCode(200);

        JsonNode view = Tearlines.view(xbbAnalyst(), asset).as(JsonNode.class);

        assertThat(view.path("bundle")).isEqualTo(preview.path("bundle"));
        assertThat(view.path("portions")).isEqualTo(preview.path("portions"));
        assertThat(view.path("tearline")).isEqualTo(preview.path("tearline"));
        assertThat(view.toString()).doesNotContain(Bundles.SECRET_WORDS);
    }

    @Test
    void saysWhyATearlineWouldNotBeShown() {
        String asset = Callers.register(Bundles.registration("Not for XCC"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XBB"));

        Response preview = originator().get("/catalog/assets/{id}/tearlines/{tearline}/preview", asset, tearline);

        preview.then()
                .statusCode(200)
                .body("wouldBeShown", equalTo(false))
                .body("reasons.code", contains("not-displayable"))
                .body("view", nullValue());
    }

    @Test
    void laysATearlineBesideWhatItIsMadeOf() {
        String asset = Callers.register(Bundles.registration("Compared"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftOf(Bundles.MALWARE, REPLACED));

        Response diff = originator().get("/catalog/assets/{id}/tearlines/{tearline}/diff", asset, tearline);

        diff.then()
                .statusCode(200)
                .body("parts[0].from", contains(Bundles.MALWARE))
                .body("parts[0].masks.mask", contains("replace"))
                .body("parts[0].changes.at", hasItems("/description", "/id", "/created_by_ref"))
                .body("parts[0].changes.find { it.at == '/description' }.before", equalTo(Bundles.SECRET_WORDS))
                .body("parts[0].changes.find { it.at == '/description' }.after", equalTo("Steals credentials."));
    }

    @Test
    void makesTheSameOfTheSameChoice() {
        String asset = Callers.register(Bundles.registration("Again"));
        String first = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        String second = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        assertThat(masks(asset, second)).isEqualTo(masks(asset, first));
    }

    @Test
    void isDiscoveredByWhomOnlyTheTearlineIsFor() {
        String asset = Callers.register(Bundles.registration("Found by its tearline"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));

        Response view = Tearlines.view(xccAnalyst(), asset);

        view.then().statusCode(200).body("portions.shown", equalTo(0)).body("tearline.id", equalTo(tearline));
        xccAnalyst().get("/catalog/assets/{id}", asset).then().statusCode(200).body("title", nullValue());
        assertThat(Listed.everything(Callers::xccAnalyst)).contains(asset);
    }

    @Test
    void isGoneOnceItsWithdrawalIsAnswered() {
        String asset = Callers.register(Bundles.registration("Withdrawn"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));

        Response withdrawal = Tearlines.decide(originator(), asset, tearline, "withdrawal");

        withdrawal.then().statusCode(200).body("state", equalTo("withdrawn"));
        Response absent = Tearlines.view(xccAnalyst(), UUID.randomUUID().toString());
        assertThat(Tearlines.view(xccAnalyst(), asset).asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(Listed.everything(Callers::xccAnalyst)).doesNotContain(asset);
    }

    static Stream<Arguments> deciders() {
        return Stream.of(
                Arguments.of(403, "approval", as("xaa-originator", "originator")),
                Arguments.of(403, "rejection", as("xaa-originator", "originator")),
                Arguments.of(403, "approval", as("xaa-liaison", "liaison-officer")),
                Arguments.of(403, "approval", (Supplier<RequestSpecification>) Callers::xbbAnalyst));
    }

    private static Supplier<RequestSpecification> as(String name, String role) {
        return () -> Callers.as(Callers.home(name, role));
    }

    @ParameterizedTest
    @MethodSource("deciders")
    void isDecidedByASecondOriginatorOnly(int status, String decision, Supplier<RequestSpecification> caller) {
        String asset = Callers.register(Bundles.registration("Second person"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        Response decided = Tearlines.decide(caller.get(), asset, tearline, decision);

        decided.then().statusCode(status);
        Tearlines.view(xbbAnalyst(), asset).then().body("tearline", nullValue());
    }

    @Test
    void isDecidedOnce() {
        String asset = Callers.register(Bundles.registration("Once"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));
        Tearlines.decide(secondOriginator(), asset, tearline, "rejection")
                .then()
                .statusCode(200);

        Response decided = Tearlines.decide(secondOriginator(), asset, tearline, "approval");

        decided.then().statusCode(409);
    }

    @Test
    void isApprovedByNobodyWhoOnlyWritesToTheDatabase() {
        String asset = Callers.register(Bundles.registration("Forged"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));
        Database.tamper("""
                insert into proposal_step (proposal, step, state, person, actor, at, seal)
                select proposal, 2, 'APPROVED', 'somebody', 'somebody@XAA', at, seal from proposal_step
                where proposal = cast(? as uuid)""", tearline);

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then().statusCode(500);
        assertThat(view.asString()).doesNotContain("bundle");
    }

    static Stream<Arguments> badDrafts() {
        return Stream.of(
                Arguments.of(400, "/audience", "{'audience': null}"),
                Arguments.of(400, "/audience/partner", "{'audience': {'partner': 'xbb', 'purpose': 'cyber-defence'}}"),
                Arguments.of(400, "/audience/purpose", "{'audience': {'partner': 'XBB', 'purpose': 'curiosity'}}"),
                Arguments.of(
                        400,
                        "/audience/clearances/0",
                        "{'audience': {'partner': 'XBB', 'purpose': 'cyber-defence', 'clearances': ['x']}}"),
                Arguments.of(400, "/label", "{'label': null}"),
                Arguments.of(
                        400, "/label/classification", "{'label': {'policy': 'ALLIANCE', 'classification': 'HUGE'}}"),
                Arguments.of(400, "/portions", "{'portions': []}"),
                Arguments.of(400, "/portions/0/portion", "{'portions': [{'portion': 'nothing'}]}"),
                Arguments.of(
                        400, "/portions/0/portion", "{'portions': [{'portion': '" + Bundles.ACTOR + "#description'}]}"),
                Arguments.of(
                        400,
                        "/portions/0/masks/0/mask",
                        "{'portions': [{'portion': '" + Bundles.MALWARE
                                + "', 'masks': [{'path': 'a', 'mask': 'blur'}]}]}"),
                Arguments.of(
                        422,
                        "/label/classification",
                        "{'label': {'policy': 'ALLIANCE', 'classification': 'TOP-SECRET', 'categories': ['sensitive']}}"),
                Arguments.of(
                        422,
                        "/portions",
                        "{'portions': [{'portion': '" + Bundles.OPEN_INDICATOR
                                + "', 'masks': [{'path': 'pattern', 'mask': 'remove'}]}]}"));
    }

    @ParameterizedTest
    @MethodSource("badDrafts")
    void namesWhatIsWrongWithADraft(int status, String field, String change) {
        String asset = Callers.register(Bundles.registration("Bad draft"));
        ObjectNode draft = Tearlines.draftFor(Tearlines.FOR_XBB, "XBB");
        draft.setAll((ObjectNode) Bundles.read(change.replace('\'', '"')));

        Response answer = originator().body(draft.toString()).post("/catalog/assets/{id}/tearlines", asset);

        answer.then().statusCode(status).body("field", equalTo(field));
    }

    @Test
    void keepsWhatIsNotTheOriginatorsToLift() {
        ObjectNode registration = Bundles.registration("Proprietary");
        ((ObjectNode) registration.at("/labelsByType/malware"))
                .putArray("proprietaryOwners")
                .add("XAA-AEROWORKS");
        String asset = Callers.register(registration);

        Response answer = originator()
                .body(Tearlines.draftOf(Bundles.MALWARE, "[]").toString())
                .post("/catalog/assets/{id}/tearlines", asset);

        answer.then().statusCode(422).body("field", equalTo("/label/proprietaryOwners"));
    }

    @Test
    void isDraftedOncePerKey() {
        String asset = Callers.register(Bundles.registration("Idempotent"));
        String key = UUID.randomUUID().toString();
        String body = Tearlines.draftFor(Tearlines.FOR_XBB, "XBB").toString();
        String first = originator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/catalog/assets/{id}/tearlines", asset)
                .path("id");

        Response second =
                originator().header("Idempotency-Key", key).body(body).post("/catalog/assets/{id}/tearlines", asset);

        second.then().statusCode(201).body("id", equalTo(first));
        originator().get("/catalog/assets/{id}/tearlines", asset).then().body("tearlines.size()", equalTo(1));
    }

    @Test
    void isOnRecord() {
        String asset = Callers.register(Bundles.registration("On record"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        List<JsonNode> events = Events.await("org.entente.catalog.tearline.decided.v1", asset);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.at("/data/tearline").asText()).isEqualTo(tearline);
            assertThat(event.at("/data/state").asText()).isEqualTo("approved");
            assertThat(event.path("actor").asText()).isEqualTo("xaa-originator-2@XAA");
            assertThat(event.has("partner")).isFalse();
        });
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(Callers.home("xaa-liaison", "liaison-officer")),
                Arguments.of(Callers.xbb()),
                Arguments.of(Callers.xbb().roles("originator")));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isForOriginatorsOfTheHomeSide(TestTokens token) {
        String asset = Callers.register(Bundles.registration("Strangers"));

        Response answer =
                Callers.as(token).body(Tearlines.FOR_XBB).post("/catalog/assets/{id}/tearlines/guidance", asset);

        answer.then().statusCode(403);
    }

    @Test
    void knowsNoTearlineOfAnotherAsset() {
        String asset = Callers.register(Bundles.registration("Mine"));
        String other = Callers.register(Bundles.registration("Another"));
        String tearline = Tearlines.drafted(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));

        Response answer = originator().get("/catalog/assets/{id}/tearlines/{tearline}", other, tearline);

        answer.then().statusCode(404);
    }

    @Test
    void sanitisesDocumentsPortionByPortion() {
        String asset = Callers.register(Documents.registration("Document"));
        String hidden = originator()
                .body(Tearlines.FOR_XBB)
                .post("/catalog/assets/{id}/tearlines/guidance", asset)
                .path("portions.find { !it.seen }.portion");
        ObjectNode draft = Tearlines.draftOf(hidden, """
                [{"span": {"from": 0, "to": 6}, "mask": "remove"}, {"phrases": ["from inside"], "mask": "remove"}]""");
        List<String> before = Tearlines.view(xbbAnalyst(), asset).path("document.portions.markdown");

        String tearline = Tearlines.approved(asset, draft);

        Response view = Tearlines.view(xbbAnalyst(), asset);
        view.then()
                .statusCode(200)
                .body("tearline.id", equalTo(tearline))
                .body("tearline.parts", equalTo(1))
                .body("document.portions.size()", equalTo(before.size() + 1))
                .body("document.portions.id", hasItem("t-" + hidden))
                .body("document.portions.markdown", hasItem("[…] watched […]."));
        assertThat(view.asString()).doesNotContain("from inside");
    }

    private static JsonNode masks(String asset, String tearline) {
        ObjectNode masks = Bundles.JSON.createObjectNode();
        originator()
                .get("/catalog/assets/{id}/tearlines/{tearline}/diff", asset, tearline)
                .as(JsonNode.class)
                .path("parts")
                .forEach(part -> masks.set(part.path("id").asText(), part.path("masks")));
        return masks;
    }

    private static JsonNode find(JsonNode objects, String type) {
        for (JsonNode object : objects) {
            if (object.path("type").asText().equals(type)) {
                return object;
            }
        }
        throw new AssertionError("There is no " + type + " in " + objects);
    }
}
