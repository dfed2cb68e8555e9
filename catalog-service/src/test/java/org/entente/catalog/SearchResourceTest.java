package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Searching.document;
import static org.entente.catalog.Searching.search;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a word of its own, which no other test writes. */
@QuarkusTest
class SearchResourceTest {
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
    void findsWhatTheReaderMaySee() {
        String asset = document("(S//REL XBB) The " + word + " came by the pumps.\n\n(S//NF) Seen from inside.");

        Response found = search(xbbAnalyst(), word.toUpperCase());

        found.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("results.id", equalTo(List.of(asset)))
                .body("results[0].title", equalTo("A document"))
                .body("results[0].form", equalTo("document"))
                .body("results[0].snippets", equalTo(List.of("The " + word + " came by the pumps.")))
                .body("count", equalTo(1))
                .body("atLeast", equalTo(false))
                .body("facets.originator.XAA", equalTo(1))
                .body("facets.form.document", equalTo(1))
                .body("next", nullValue())
                .body("disclosureId", notNullValue());
        assertThat(found.asString()).doesNotContain("inside");
    }

    @Test
    void findsObjectsOfBundlesAndNamesOfAttachments() {
        String upload = originator()
                .contentType("text/plain")
                .body("x")
                .post("/catalog/attachments")
                .path("id");
        var registration = Bundles.registration("A bundle");
        registration
                .putArray("attachments")
                .addObject()
                .put("upload", upload)
                .put("name", word + ".txt")
                .set("label", registration.get("defaultLabel"));
        String asset = Callers.register(registration);

        Response found = search(xbbAnalyst(), word + " 192.0.2.10");

        found.then().body("results.id", equalTo(List.of(asset))).body("results[0].snippets.size()", equalTo(2));
    }

    @Test
    void joinsWordsOfDifferentPortions() {
        String asset = document("(S//REL XBB) The " + word + " pumps.\n\n(R//REL XBB) The v" + word + " valves.");

        Response found = search(xbbAnalyst(), "v" + word + " " + word);

        found.then()
                .body("results.id", equalTo(List.of(asset)))
                .body(
                        "results[0].snippets",
                        containsInAnyOrder("The " + word + " pumps.", "The v" + word + " valves."));
    }

    @Test
    void findsTitlesWhereTheirLabelAdmits() {
        String shown = Callers.register(Documents.registration("Title " + word));
        Callers.register(Bundles.hiddenRegistration("Title " + word));

        Response found = search(xbbAnalyst(), word);

        found.then()
                .body("results.id", equalTo(List.of(shown)))
                .body("results[0].snippets", equalTo(List.of("Title " + word)));
    }

    @Test
    void findsTheNewestVersionOnly() {
        String asset = document("(S//REL XBB) The " + word + ".");
        originator()
                .body(Documents.registration("Second", "(S//REL XBB) The n" + word + ".")
                        .toString())
                .post("/catalog/assets/{id}/versions", asset)
                .then()
                .statusCode(201);

        Response old = search(xbbAnalyst(), word);

        old.then().body("results", empty());
        search(xbbAnalyst(), "n" + word).then().body("results.id", equalTo(List.of(asset)));
    }

    @Test
    void findsNothingThatWasWithdrawn() {
        String asset = document("(S//REL XBB) The " + word + ".");
        originator()
                .body("{\"reason\": \"By mistake.\"}")
                .post("/catalog/assets/{id}/withdrawal", asset)
                .then()
                .statusCode(200);

        Response found = search(xbbAnalyst(), word);

        found.then().body("results", empty());
        assertThat(Database.find("select count(*) from search_posting where asset = '" + asset + "'"))
                .isEqualTo("0");
    }

    @Test
    void pagesThroughAllOfIt() {
        List<String> assets = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            assets.add(0, document("(S//REL XBB) The " + word + " again."));
        }
        List<String> found = new ArrayList<>();

        Response page = page(xbbAnalyst(), null);
        found.addAll(page.path("results.id"));
        while (page.path("next") != null) {
            page = page(xbbAnalyst(), page.path("next"));
            found.addAll(page.path("results.id"));
        }

        assertThat(found).isEqualTo(assets);
    }

    @Test
    void takesNoCursorOfAnotherSearch() {
        document("(S//REL XBB) The " + word + " one.");
        document("(S//REL XBB) The " + word + " other.");
        document("(S//REL XBB) The " + word + " third.");
        String next = page(xbbAnalyst(), null).path("next");

        Response other = xbbAnalyst()
                .queryParam("q", word + "x")
                .queryParam("purpose", "cyber-defence")
                .queryParam("cursor", next)
                .get("/catalog/search");

        assertThat(next).isNotNull();
        other.then().statusCode(400).body("field", equalTo("cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',cyber-defence,20,q",
        "'!!',cyber-defence,20,q",
        "a b c d e f g h i,cyber-defence,20,q",
        "word,curiosity,20,purpose",
        "word,'',20,purpose",
        "word,cyber-defence,0,limit",
        "word,cyber-defence,51,limit"
    })
    void namesTheParameterThatIsWrong(String query, String purpose, String limit, String field) {
        Response refused = xbbAnalyst()
                .queryParam("q", query)
                .queryParam("purpose", purpose)
                .queryParam("limit", limit)
                .get("/catalog/search");

        refused.then().statusCode(400).body("field", equalTo(field));
    }

    private Response page(RequestSpecification reader, String cursor) {
        RequestSpecification asked = reader.queryParam("q", word)
                .queryParam("purpose", "cyber-defence")
                .queryParam("limit", 2);
        return (cursor == null ? asked : asked.queryParam("cursor", cursor)).get("/catalog/search");
    }
}
