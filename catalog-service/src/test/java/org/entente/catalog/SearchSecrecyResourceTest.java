package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.liaison;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.entente.catalog.Searching.document;
import static org.entente.catalog.Searching.search;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a word of its own, which no other test writes. */
@QuarkusTest
class SearchSecrecyResourceTest {
    private final String word =
            "w" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");

    @BeforeEach
    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        AccessPeer.disclosures();
        AccessPeer.questions();
    }

    @Test
    void tellsNothingOfWhatTheReaderMayNotSee() {
        document("(S//REL XBB) The pumps.\n\n(S//NF) The " + word + " was watched.");
        String absent = "x" + word;
        String nothing = masked(search(xbbAnalyst(), absent));

        Response hidden = search(xbbAnalyst(), word);

        assertThat(masked(hidden)).isEqualTo(nothing);
        hidden.then().body("results", empty()).body("count", equalTo(0)).body("facets.originator.size()", equalTo(0));
        originator()
                .queryParam("q", word)
                .queryParam("purpose", "cyber-defence")
                .get("/catalog/search")
                .then()
                .body("count", equalTo(1));
    }

    @Test
    void joinsNoWordOfAHiddenPortionToOneThatIsShown() {
        document("(S//REL XBB) The " + word + " pumps.\n\n(S//NF) The h" + word + " valves.");

        Response found = search(xbbAnalyst(), word + " h" + word);

        found.then().body("results", empty());
    }

    @Test
    void asksOnlyAboutWhatTheReaderMayDiscover() {
        document("(S//REL XCC) For others: " + word + ".");
        String shown = document("(S//REL XBB) For us: " + word + ".");
        search(xbbAnalyst(), "warm " + word);
        AccessPeer.questions();

        search(xbbAnalyst(), word).then().body("results.id", equalTo(List.of(shown)));

        JsonNode questions = Bundles.JSON.valueToTree(AccessPeer.questions());
        List<String> labels = new ArrayList<>();
        questions.findValues("releasableTo").forEach(nations -> labels.add(nations.toString()));
        assertThat(labels).isNotEmpty().noneMatch(nations -> nations.equals("[\"XCC\"]"));
    }

    @Test
    void putsOnRecordWhatItShows() throws Exception {
        document("(S//REL XBB) The " + word + ".");

        Response found = search(xbbAnalyst(), word);

        List<Map<String, Object>> disclosures = AccessPeer.disclosures();
        assertThat(disclosures).hasSize(1);
        JsonNode disclosure = Bundles.JSON.valueToTree(disclosures.get(0)).path("disclosure");
        assertThat(disclosure.path("what").asText()).isEqualTo("search");
        assertThat(disclosure.path("assets").asInt()).isEqualTo(1);
        assertThat(disclosure.path("decisions").size()).isGreaterThanOrEqualTo(3);
        assertThat(disclosure.path("id").asText()).isEqualTo(found.path("disclosureId"));
        assertThat(disclosure.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(found.asByteArray())));
    }

    @Test
    void showsNothingThatIsNotOnRecord() {
        document("(S//REL XBB) The " + word + ".");
        AccessPeer.behave(AccessPeer.Mode.UNRECORDED);

        Response found = search(xbbAnalyst(), word);

        found.then().statusCode(503);
        assertThat(found.asString()).doesNotContain(word);
    }

    @Test
    void findsNothingForWhomAllIsDenied() {
        document("(S//REL XBB) The " + word + ".");
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response found = search(xbbAnalyst(), word);

        found.then().statusCode(200).body("results", empty()).body("count", equalTo(0));
    }

    @Test
    void findsNothingForAPurposeThatIsNotAgreed() {
        document("(S//REL XBB) The " + word + ".");

        Response found = xbbAnalyst()
                .queryParam("q", word)
                .queryParam("purpose", "disaster-relief")
                .get("/catalog/search");

        found.then().statusCode(200).body("results", empty());
    }

    @Test
    void findsNothingUnderAnObligationItCannotMeet() {
        document("(S//REL XBB) The " + word + ".");
        AccessPeer.behave(AccessPeer.Mode.UNKNOWN_OBLIGATION);

        Response found = search(xbbAnalyst(), word);

        found.then().statusCode(200).body("results", empty());
    }

    @Test
    void isNotMisledByAnIndexThatWasChanged() {
        String asset = document("(S//REL XBB) The " + word + ".\n\n(S//NF) The " + word + " was watched from inside.");
        Database.tamper("update search_posting set seq = 1 where asset = ? and seq = 0", UUID.fromString(asset));

        Response found = search(xbbAnalyst(), word);

        found.then().statusCode(200).body("results", empty());
        assertThat(found.asString()).doesNotContain("inside");
        assertThat(Events.await("org.entente.catalog.integrity.violated.v1", asset))
                .isNotEmpty();
    }

    @Test
    void keepsNoWordInTheClear() {
        String asset = document("(S//REL XBB) The " + word + ".\n\n(S//NF) The " + word + ".");

        String tokens = Database.find("select count(distinct token) || ' ' || bool_or(position('" + word
                + "'::bytea in token) > 0) from search_posting where asset = '" + asset + "'");

        assertThat(tokens).isEqualTo("6 false");
    }

    @Test
    void isForReadersOfContentOnly() {
        search(liaison(), word).then().statusCode(403);
        search(as(Callers.home("xaa-auditor", "auditor")), word).then().statusCode(403);
        search(xccAnalyst(), word).then().statusCode(200).body("results", empty());
    }

    private static String masked(Response response) {
        return response.asString().replaceAll("\"disclosureId\":\"[^\"]*\"", "");
    }
}
