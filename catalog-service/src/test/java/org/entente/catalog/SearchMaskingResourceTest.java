package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Searching.document;
import static org.entente.catalog.Searching.search;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever searches tries to learn from what is found, counted and paged what a view would not show. */
@QuarkusTest
class SearchMaskingResourceTest {
    private final String word =
            "w" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @AfterEach
    void restore() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        Masks.restore();
    }

    @Test
    void countsNothingThatIsOnlyBehindAMask() {
        for (int number = 0; number < 3; number++) {
            document("(S//REL XBB) The " + word + " was seen.");
        }
        Masks.inForce(hiding(word));
        String nothing = masked(search(xbbAnalyst(), "x" + word));

        Response hidden = search(xbbAnalyst(), word);

        assertThat(masked(hidden)).isEqualTo(nothing);
        search(originator(), word).then().body("count", equalTo(3));
    }

    @Test
    void pagesAsIfThereWereNothingBehindMasks() {
        String shown = document("(S//REL XBB) The " + word + " alone.");
        document("(S//REL XBB) Masked: the " + word + " marker" + word + ".");
        document("(S//REL XBB) Masked: the " + word + " marker" + word + ".");
        Masks.inForce(
                Masks.rule("{}", "{'phrases': ['marker%s'], 'within': 'sentence', 'mask': 'remove'}".formatted(word)));

        Response found = xbbAnalyst()
                .queryParam("q", word)
                .queryParam("purpose", "cyber-defence")
                .queryParam("limit", 1)
                .get("/catalog/search");

        found.then()
                .body("results.id", equalTo(List.of(shown)))
                .body("count", equalTo(1))
                .body("facets.form.document", equalTo(1))
                .body("atLeast", equalTo(false))
                .body("next", nullValue());
    }

    @Test
    void findsAWordThatIsMaskedInOnePortionAndShownInAnother() {
        String asset = document(
                "(S//REL XBB) Masked: the " + word + " marker" + word + ".\n\n(S//REL XBB) Shown: the " + word + ".");
        Masks.inForce(
                Masks.rule("{}", "{'phrases': ['marker%s'], 'within': 'sentence', 'mask': 'remove'}".formatted(word)));

        Response found = search(xbbAnalyst(), word);

        found.then()
                .body("results.id", equalTo(List.of(asset)))
                .body("results[0].snippets", equalTo(List.of("Shown: the " + word + ".")));
    }

    @Test
    void findsNoPropertyThatIsCutFromItsObject() {
        described("indicator");
        Masks.inForce(Masks.rule("{'types': ['indicator']}", "{'path': 'description', 'mask': 'remove'}"));

        Response found = search(xbbAnalyst(), word);

        found.then().body("results", empty()).body("count", equalTo(0));
    }

    @Test
    void findsAnObjectWhoseOtherPropertiesAreCut() {
        String asset = described("indicator");
        Masks.inForce(Masks.rule("{'types': ['indicator']}", "{'path': 'pattern', 'mask': 'pseudonym'}"));

        Response found = search(xbbAnalyst(), word);

        found.then().body("results.id", equalTo(List.of(asset)));
    }

    @Test
    void findsNothingInARelationshipToSomethingHidden() {
        described("relationship");

        Response found = search(xbbAnalyst(), word);

        found.then().body("results", empty()).body("count", equalTo(0));
        search(originator(), word).then().body("count", equalTo(1));
    }

    @Test
    void joinsNoMaskedWordToOneThatIsShown() {
        document("(S//REL XBB) The " + word + " and h" + word + ".");
        Masks.inForce(hiding("h" + word));

        Response found = search(xbbAnalyst(), word + " h" + word);

        found.then().body("results", empty()).body("count", equalTo(0));
        search(xbbAnalyst(), word).then().body("count", equalTo(1));
    }

    private static String hiding(String phrase) {
        return Masks.rule("{}", "{'phrases': ['%s'], 'mask': 'remove'}".formatted(phrase));
    }

    /** The sample bundle with the word in the description of one object. */
    private String described(String type) {
        ObjectNode registration = Bundles.registration("Described");
        for (JsonNode object : registration.at("/bundle/objects")) {
            if (object.path("type").asText().equals(type)) {
                ((ObjectNode) object).put("description", "The " + word + " again.");
            }
        }
        return Callers.register(registration);
    }

    private static String masked(Response response) {
        return response.asString().replaceAll("\"disclosureId\":\"[^\"]*\"", "");
    }
}
