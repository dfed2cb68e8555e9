package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.liaison;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.catalog.AccessPeer.Mode;
import org.entente.catalog.content.Digests;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ListingResourceTest {
    private static final int AT_ONCE = 8;

    @BeforeEach
    void behave() {
        AccessPeer.behave(Mode.NORMAL);
        AccessPeer.questions();
        AccessPeer.disclosures();
    }

    @AfterEach
    void recover() {
        AccessPeer.behave(Mode.NORMAL);
    }

    @Test
    void asksOnceForAllReadersOfOneProfile() {
        Callers.register(Bundles.registration("Asked once"));
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        AccessPeer.questions();

        Response list = as(Callers.partner("xbb-other", "XBB").clearances("ALLIANCE:SECRET", "nonsense"))
                .get("/catalog/assets");

        assertThat(list.jsonPath().getList("assets")).isNotEmpty();
        assertThat(AccessPeer.questions()).isEmpty();
        assertThat(AccessPeer.disclosures()).hasSize(2);
    }

    @Test
    void asksAgainForAnotherProfile() {
        Callers.register(Bundles.registration("Asked for each"));
        as(newcomer()).get("/catalog/assets").then().statusCode(200);
        AccessPeer.questions();

        as(newcomer()).get("/catalog/assets").then().statusCode(200);

        assertThat(AccessPeer.questions()).hasSize(1);
    }

    @Test
    void asksAgainForAnotherPurpose() {
        Callers.register(Bundles.registration("Asked for each"));
        TestTokens newcomer = newcomer();
        as(newcomer).get("/catalog/assets").then().statusCode(200);
        AccessPeer.questions();

        as(newcomer).queryParam("purpose", "cyber-defence").get("/catalog/assets");

        assertThat(AccessPeer.questions()).hasSize(1);
    }

    @Test
    void asksOnceForAllWhoAskAtOnce() throws Exception {
        Callers.register(Bundles.registration("Asked together"));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        TestTokens newcomer = newcomer();
        Callable<Response> asking = () -> as(newcomer).get("/catalog/assets");

        var lists = threads.invokeAll(Collections.nCopies(AT_ONCE, asking));

        for (var list : lists) {
            assertThat(list.get().statusCode()).isEqualTo(200);
        }
        assertThat(AccessPeer.questions()).hasSize(1);
        assertThat(AccessPeer.disclosures()).hasSize(AT_ONCE);
        threads.shutdown();
    }

    @Test
    void asksAboutNothingButNewLabels() {
        Callers.register(Bundles.registration("Known label"));
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        AccessPeer.questions();
        String added = Callers.register(withLabel("New label", "XBB", "XYA"));

        Response list = xbbAnalyst().get("/catalog/assets");

        list.then().body("assets[0].id", equalTo(added));
        JsonNode questions = Bundles.JSON.valueToTree(AccessPeer.questions());
        assertThat(questions).hasSize(1);
        assertThat(questions.at("/0/resource/properties/portions")).hasSize(1);
    }

    @Test
    void putsEachPageOnRecordBeforeItIsShown() {
        Callers.register(Bundles.registration("On record"));

        Response list = xbbAnalyst()
                .queryParam("purpose", "cyber-defence")
                .queryParam("limit", 1)
                .get("/catalog/assets");

        JsonNode page = Bundles.read(list.asString());
        JsonNode record = Bundles.JSON.valueToTree(AccessPeer.disclosures()).get(0);
        assertThat(record.path("id").asText())
                .isEqualTo(page.path("disclosureId").asText());
        JsonNode disclosure = record.path("disclosure");
        assertThat(disclosure.path("person").asText()).isNotEmpty();
        assertThat(disclosure.path("partner").asText()).isEqualTo("XBB");
        assertThat(disclosure.path("purpose").asText()).isEqualTo("cyber-defence");
        assertThat(disclosure.path("what").asText()).isEqualTo("list");
        assertThat(disclosure.path("assets").asInt()).isEqualTo(1);
        assertThat(disclosure.path("decisions")).isNotEmpty();
        assertThat(disclosure.path("sha256").asText()).isEqualTo(Digests.sha256(list.asByteArray()));
    }

    @Test
    void showsNothingAnyMoreAsSoonAsPolicyIsAnother() {
        Callers.register(Bundles.registration("Withdrawn"));
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        AccessPeer.behave(Mode.SUSPENDED);

        Response list = xbbAnalyst().get("/catalog/assets");

        list.then().statusCode(200).body("assets", equalTo(List.of())).body("next", nullValue());
    }

    @Test
    void endsWhereAWithdrawalComesBetweenPages() {
        Callers.register(Bundles.registration("First page"));
        Callers.register(Bundles.registration("Second page"));
        String next = xbbAnalyst()
                .queryParam("limit", 1)
                .get("/catalog/assets")
                .jsonPath()
                .getString("next");
        AccessPeer.behave(Mode.SUSPENDED);

        Response list = xbbAnalyst().queryParam("cursor", next).get("/catalog/assets");

        list.then().statusCode(200).body("assets", equalTo(List.of())).body("next", nullValue());
    }

    @Test
    void decidesAnewWhenTimeHasPassed() throws InterruptedException {
        Callers.register(Bundles.registration("Brief"));
        AccessPeer.behave(Mode.BRIEF);
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        int asked = AccessPeer.questions().size();
        Thread.sleep(AccessPeerServer.BRIEF_MILLIS);

        Response list = xbbAnalyst().get("/catalog/assets");

        list.then().statusCode(200);
        assertThat(asked).isPositive();
        assertThat(AccessPeer.questions()).isNotEmpty();
    }

    @Test
    void decidesEachTimeWhatIsGoodOnce() {
        Callers.register(Bundles.registration("Once"));
        AccessPeer.behave(Mode.ONCE);
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        AccessPeer.questions();

        Response list = xbbAnalyst().get("/catalog/assets");

        assertThat(list.jsonPath().getList("assets")).isNotEmpty();
        assertThat(AccessPeer.questions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"UNRECORDED", "RECORDED_LATE", "OUTDATED", "DOWN"})
    void showsNothingThatCannotBeRecordedInTime(Mode mode) {
        Callers.register(Bundles.registration("Unrecorded title"));
        xbbAnalyst().get("/catalog/assets").then().statusCode(200);
        AccessPeer.behave(mode);

        Response list = xbbAnalyst().get("/catalog/assets");

        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.asString()).doesNotContain("Unrecorded title");
    }

    @Test
    void refusesTheCursorOfSomebodyElse() {
        Callers.register(Bundles.registration("One"));
        Callers.register(Bundles.registration("Two"));
        String next = liaison()
                .queryParam("limit", 1)
                .get("/catalog/assets")
                .jsonPath()
                .getString("next");

        Response list = xbbAnalyst().queryParam("cursor", next).get("/catalog/assets");

        list.then().statusCode(400).body("field", equalTo("cursor"));
    }

    @Test
    void staysStableWhileAssetsAreAdded() {
        List<String> before = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            before.add(0, Callers.register(Bundles.registration("Before " + index)));
        }
        Response first = xbbAnalyst().queryParam("limit", 2).get("/catalog/assets");
        Callers.register(Bundles.registration("Meanwhile"));

        Response second = xbbAnalyst()
                .queryParam("limit", 2)
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/catalog/assets");

        List<String> listed = new ArrayList<>(first.jsonPath().getList("assets.id"));
        listed.addAll(second.jsonPath().getList("assets.id"));
        assertThat(listed).isEqualTo(before);
    }

    @Test
    void countsWhatTheListShows() {
        TestTokens analyst = Callers.partner("xyc-analyst", "XYC");
        for (int index = 0; index < 3; index++) {
            Callers.register(withLabel("Counted " + index, "XYC"));
            Callers.register(withLabel("Not counted " + index, "XYB"));
        }

        Response count = as(analyst).get("/catalog/assets/count");

        count.then().statusCode(200).body("count", equalTo(3)).body("atLeast", equalTo(false));
        assertThat(Listed.everything(() -> as(analyst))).hasSize(3);
        assertThat(count.jsonPath().getString("disclosureId")).isNotEmpty();
    }

    @Test
    void countsNothingForWhomNothingIsShown() {
        Callers.register(Bundles.hiddenRegistration("Not counted"));

        Response count = as(Callers.partner("xye-analyst", "XYE")).get("/catalog/assets/count");

        count.then().statusCode(200).body("count", equalTo(0));
    }

    @Test
    void countsEverythingForTheHomeSide() {
        Callers.register(Bundles.hiddenRegistration("Ours"));

        Response count = liaison().get("/catalog/assets/count");

        count.then()
                .body("count", equalTo(Integer.parseInt(Database.find("select count(*) from listed_asset"))))
                .body("disclosureId", nullValue());
    }

    /** More sets than are looked into one by one. */
    @Test
    void listsUnderManySetsOfLabels() {
        List<String> shown = new ArrayList<>();
        for (int index = 0; index < 70; index++) {
            String nation = "Q" + (char) ('M' + index / 26) + (char) ('A' + index % 26);
            shown.add(0, Callers.register(withLabel("Set " + index, "XYD", nation)));
            Callers.register(withLabel("Hidden set " + index, "XDD", nation));
        }

        TestTokens analyst = Callers.partner("xyd-analyst", "XYD");
        List<String> listed = Listed.pages(() -> as(analyst), 16);

        assertThat(listed).isEqualTo(shown);
        assertThat(as(analyst).get("/catalog/assets/count").jsonPath().getInt("count"))
                .isEqualTo(shown.size());
    }

    /** An analyst of whose profile nobody has read before. */
    private static TestTokens newcomer() {
        return Callers.partner("xbb-newcomer", "XBB").clearances("ALLIANCE:SECRET:" + UUID.randomUUID());
    }

    static ObjectNode withLabel(String title, String... shownTo) {
        ObjectNode registration = Bundles.many(title, 1);
        var nations = ((ObjectNode) registration.get("defaultLabel")).putArray("releasableTo");
        List.of(shownTo).forEach(nations::add);
        return registration;
    }
}
