package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.secondOriginator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RemarkingResourceTest {
    private static final String HOME_ONLY =
            "{\"policy\": \"ALLIANCE\", \"classification\": \"SECRET\", \"categories\": [\"sensitive\"]}";
    private static final String FOR_BOTH = """
        {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB", "XCC"],
         "categories": ["situational-awareness"]}\
        """;
    private static final int READERS = 3;
    /** As {@code entente.catalog.marking.answer-within}. */
    private static final long ANSWERED_WITHIN_MILLIS = 700;

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void redactsAtOnce() {
        String asset = Callers.register(Bundles.registration("Redacted"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));

        Response approval = decide(secondOriginator(), asset, remarking, "approval");

        approval.then().statusCode(200).body("kind", equalTo("redaction")).body("state", equalTo("approved"));
        Tearlines.view(xbbAnalyst(), asset)
                .then()
                .statusCode(200)
                .body("portions.shown", equalTo(2))
                .body("bundle.objects.id", not(hasItem(Bundles.OPEN_INDICATOR)));
    }

    @Test
    void hidesARedactedAssetAsIfItHadNeverBeen() {
        String asset = Callers.register(Bundles.registration("Redacted as a whole"));
        ObjectNode change = change(HOME_ONLY);
        ((ObjectNode) change.at("/changes/0")).put("title", true).remove("portions");
        String remarking = proposed(asset, change);

        decide(secondOriginator(), asset, remarking, "approval");

        Response absent = Tearlines.view(xbbAnalyst(), UUID.randomUUID().toString());
        assertThat(Tearlines.view(xbbAnalyst(), asset).asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(Listed.everything(Callers::xbbAnalyst)).doesNotContain(asset);
        xbbAnalyst().get("/catalog/assets/{id}", asset).then().statusCode(404);
        Tearlines.view(originator(), asset).then().statusCode(200).body("portions.shown", equalTo(Bundles.PORTIONS));
    }

    @Test
    void declassifiesAtOnce() {
        String asset = Callers.register(Bundles.registration("Declassified"));
        ObjectNode change = change(FOR_BOTH, Bundles.OPEN_INDICATOR);
        ((ObjectNode) change.at("/changes/0")).put("title", true);
        String remarking = proposed(asset, change);

        Response approval = decide(secondOriginator(), asset, remarking, "approval");

        approval.then().statusCode(200).body("kind", equalTo("downgrade"));
        Tearlines.view(xccAnalyst(), asset)
                .then()
                .statusCode(200)
                .body("bundle.objects.id", contains(Bundles.OPEN_INDICATOR));
        xccAnalyst().get("/catalog/assets/{id}", asset).then().body("title", equalTo("Declassified"));
        assertThat(Listed.everything(Callers::xccAnalyst)).contains(asset);
    }

    @Test
    void isFoundByItsWordsUnderTheNewLabelOnly() {
        String asset = Callers.register(Bundles.registration("Searched"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.ACTOR));
        assertThat(found(xbbAnalyst(), "sluice")).contains(asset);

        decide(secondOriginator(), asset, remarking, "approval").then().statusCode(200);

        assertThat(found(xbbAnalyst(), "sluice")).doesNotContain(asset);
        assertThat(found(originator(), "sluice")).contains(asset);
    }

    private static List<String> found(RequestSpecification caller, String words) {
        return Searching.search(caller, words).path("results.id");
    }

    @Test
    void leavesTheContentAsItWas() {
        String asset = Callers.register(Bundles.registration("Unchanged"));
        Object before = Tearlines.view(originator(), asset).path("bundle");
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR, Bundles.ACTOR));

        decide(secondOriginator(), asset, remarking, "approval");

        assertThat((Object) Tearlines.view(originator(), asset).path("bundle")).isEqualTo(before);
        originator()
                .get("/catalog/assets/{id}", asset)
                .then()
                .body("portionsByLabel.count.sum()", equalTo(Bundles.PORTIONS))
                .body("purposeNote", notNullValue());
    }

    @Test
    void bindsTheContentToTheNewLabel() {
        String asset = Callers.register(Bundles.registration("Bound"));
        String before = Database.find(
                "select label from portion where asset = '" + asset + "' and id = '" + Bundles.OPEN_INDICATOR + "'");
        decide(secondOriginator(), asset, proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR)), "approval");
        Database.tamper(
                "update portion set label = ? where asset = cast(? as uuid) and id = ?",
                before,
                asset,
                Bundles.OPEN_INDICATOR);

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then().statusCode(500);
        assertThat(view.asString()).doesNotContain("192.0.2.10");
    }

    @Test
    void takesTheTearlinesAlongThatWereMadeOfWhatIsRedacted() {
        String asset = Callers.register(Bundles.registration("With a tearline"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XCC, "XCC"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));

        Response approval = decide(secondOriginator(), asset, remarking, "approval");

        approval.then().statusCode(200).body("withdrawnTearlines", contains(tearline));
        Tearlines.view(xccAnalyst(), asset).then().statusCode(404);
        assertThat(Listed.everything(Callers::xccAnalyst)).doesNotContain(asset);
    }

    @Test
    void showsNothingUnderTheOldLabelsOnceItIsAnswered() throws InterruptedException {
        String asset = Callers.register(Bundles.registration("Under load"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));
        Queue<Shown> shown = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(READERS);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        for (int number = 0; number < READERS; number++) {
            readers.execute(() -> read(asset, isOver, reading, shown));
        }
        reading.await();

        Response approval = decide(secondOriginator(), asset, remarking, "approval");

        long answered = System.nanoTime();
        Tearlines.view(xbbAnalyst(), asset).then().statusCode(200);
        isOver.set(true);
        readers.shutdown();
        assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        approval.then().statusCode(200);
        assertThat(shown)
                .isNotEmpty()
                .allMatch(view -> view.asked() < answered)
                .filteredOn(Shown::isPrompt)
                .allMatch(view -> view.seen() < answered);
    }

    /** When the indicator was asked for and seen, on the clock of {@link System#nanoTime()}. */
    private record Shown(long asked, long seen) {
        /** Whether it was seen in the time in which it is answered or not at all, and not by a reader who slept. */
        boolean isPrompt() {
            return TimeUnit.NANOSECONDS.toMillis(seen - asked) < ANSWERED_WITHIN_MILLIS;
        }
    }

    private static void read(String asset, AtomicBoolean isOver, CountDownLatch reading, Queue<Shown> shown) {
        while (!isOver.get()) {
            long asked = System.nanoTime();
            Response view = Tearlines.view(xbbAnalyst(), asset);
            if (view.asString().contains(Bundles.OPEN_INDICATOR)) {
                shown.add(new Shown(asked, System.nanoTime()));
            }
            reading.countDown();
        }
    }

    static Stream<Arguments> deciders() {
        return Stream.of(
                Arguments.of("approval", (Supplier<RequestSpecification>) Callers::originator),
                Arguments.of("rejection", (Supplier<RequestSpecification>) Callers::originator),
                Arguments.of("approval", (Supplier<RequestSpecification>) Callers::liaison),
                Arguments.of("approval", (Supplier<RequestSpecification>) Callers::xbbAnalyst));
    }

    @ParameterizedTest
    @MethodSource("deciders")
    void isDecidedByASecondOriginatorOnly(String decision, Supplier<RequestSpecification> caller) {
        String asset = Callers.register(Bundles.registration("Second person"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));

        Response decided = decide(caller.get(), asset, remarking, decision);

        decided.then().statusCode(403);
        Tearlines.view(xbbAnalyst(), asset).then().body("portions.shown", equalTo(3));
    }

    @Test
    void isDecidedOnce() {
        String asset = Callers.register(Bundles.registration("Once"));
        String remarking = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));
        decide(secondOriginator(), asset, remarking, "approval").then().statusCode(200);

        Response again = decide(secondOriginator(), asset, remarking, "approval");

        again.then().statusCode(409);
    }

    @Test
    void isAboutThePresentLabelsOnly() {
        String asset = Callers.register(Bundles.registration("Present"));
        String first = proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR));
        String second = proposed(asset, change(FOR_BOTH, Bundles.OPEN_INDICATOR));
        decide(secondOriginator(), asset, first, "approval").then().statusCode(200);

        Response outdated = decide(secondOriginator(), asset, second, "approval");

        outdated.then().statusCode(409);
        Tearlines.view(xccAnalyst(), asset).then().statusCode(404);
    }

    @Test
    void changesNothingUnlessItIsApproved() {
        String asset = Callers.register(Bundles.registration("Rejected"));
        String remarking = proposed(asset, change(FOR_BOTH, Bundles.OPEN_INDICATOR));

        Response rejected = decide(secondOriginator(), asset, remarking, "rejection");

        rejected.then()
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("acts[1].reason", equalTo("For the test."));
        Tearlines.view(xccAnalyst(), asset).then().statusCode(404);
    }

    static Stream<Arguments> bad() {
        String portion = "'portions': ['" + Bundles.MALWARE + "']";
        String label = "'label': {'policy': 'ALLIANCE', 'classification': 'SECRET', 'categories': ['sensitive']}";
        return Stream.of(
                Arguments.of(400, "/reason", "{'reason': ' ', 'changes': [{" + portion + "," + label + "}]}"),
                Arguments.of(400, "/changes", "{'reason': 'r', 'changes': []}"),
                Arguments.of(400, "/changes/0/label", "{'reason': 'r', 'changes': [{" + portion + "}]}"),
                Arguments.of(
                        400,
                        "/changes/0/label/classification",
                        "{'reason': 'r', 'changes': [{" + portion
                                + ",'label': {'policy': 'ALLIANCE', 'classification': 'X'}}]}"),
                Arguments.of(
                        400,
                        "/changes/0/portions/0",
                        "{'reason': 'r', 'changes': [{'portions': ['nothing']," + label + "}]}"),
                Arguments.of(
                        400,
                        "/changes/1/portions/0",
                        "{'reason': 'r', 'changes': [{" + portion + "," + label + "},{" + portion + "," + label
                                + "}]}"),
                Arguments.of(400, "/changes/0", "{'reason': 'r', 'changes': [{'portions': []," + label + "}]}"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void namesWhatIsWrong(int status, String field, String body) {
        String asset = Callers.register(Bundles.registration("Bad"));

        Response answer = originator().body(body.replace('\'', '"')).post("/catalog/assets/{id}/remarkings", asset);

        answer.then().statusCode(status).body("field", equalTo(field));
    }

    @Test
    void isOnRecordWithItsReason() {
        String asset = Callers.register(Bundles.registration("On record"));
        decide(secondOriginator(), asset, proposed(asset, change(HOME_ONLY, Bundles.OPEN_INDICATOR)), "approval");

        List<JsonNode> events = Events.await("org.entente.catalog.remarking.proposed.v1", asset);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.at("/data/reason").asText()).isEqualTo("For the test.");
            assertThat(event.at("/data/kind").asText()).isEqualTo("redaction");
        });
        assertThat(Events.await("org.entente.catalog.remarking.decided.v1", asset))
                .singleElement()
                .satisfies(event -> assertThat(event.path("actor").asText()).isEqualTo("xaa-originator-2@XAA"));
        originator()
                .get("/catalog/assets/{id}/remarkings", asset)
                .then()
                .body("remarkings.state", contains("approved"))
                .body("next", nullValue());
    }

    private static ObjectNode change(String label, String... portions) {
        ObjectNode request = Bundles.JSON.createObjectNode().put("reason", "For the test.");
        ObjectNode change = request.putArray("changes").addObject();
        List.of(portions).forEach(change.putArray("portions")::add);
        change.set("label", Bundles.read(label));
        return request;
    }

    private static String proposed(String asset, ObjectNode request) {
        return originator()
                .body(request.toString())
                .post("/catalog/assets/{id}/remarkings", asset)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response decide(RequestSpecification caller, String asset, String remarking, String decision) {
        return caller.body("{\"reason\": \"For the test.\"}")
                .post("/catalog/assets/{id}/remarkings/{remarking}/{decision}", asset, remarking, decision);
    }
}
