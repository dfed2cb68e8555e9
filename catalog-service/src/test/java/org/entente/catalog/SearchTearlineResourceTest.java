package org.entente.catalog;

import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Searching.search;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words of a tearline are found by whoever is shown it, and only in what is shown. */
@QuarkusTest
class SearchTearlineResourceTest {
    private static final String MASKS = "[{\"path\": \"description\", \"mask\": \"remove\"}]";

    private final String word =
            "t" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    private final ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z")
            .put("name", "Weir " + word)
            .put("description", "Told by hidden" + word + ".");

    @BeforeEach
    void decide() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void findsThemWhereTheTearlineIsShown() {
        String asset = sanitised();

        Response found = search(xbbAnalyst(), word);

        found.then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].id", equalTo(asset))
                .body("results[0].snippets[0]", containsString(word));
    }

    @Test
    void findsNothingThatTheTearlineLeavesOut() {
        sanitised();

        Response hidden = search(xbbAnalyst(), "hidden" + word);

        hidden.then().statusCode(200).body("count", equalTo(0));
        search(originator(), "hidden" + word).then().body("count", equalTo(1));
        search(originator(), word).then().body("count", equalTo(1));
    }

    @Test
    void findsNothingForOthers() {
        sanitised();

        Response others = search(Taxii.xeeAnalyst(), word);

        others.then().statusCode(200).body("count", equalTo(0));
    }

    @Test
    void findsNothingBeforeItIsApprovedNorOnceItIsWithdrawn() {
        String asset = registered();
        ObjectNode draft = Tearlines.draftOf(campaign.path("id").asText(), MASKS);
        String tearline = Tearlines.drafted(asset, draft);
        search(xbbAnalyst(), word).then().body("count", equalTo(0));
        Tearlines.decide(Callers.secondOriginator(), asset, tearline, "approval")
                .then()
                .statusCode(200);
        search(xbbAnalyst(), word).then().body("count", equalTo(1));
        Tearlines.decide(originator(), asset, tearline, "withdrawal").then().statusCode(200);

        Response after = search(xbbAnalyst(), word);

        after.then().statusCode(200).body("count", equalTo(0));
    }

    /** Nobody but the home side may see it. */
    private String registered() {
        ObjectNode registration = Taxii.registration(List.of(campaign));
        ((ObjectNode) registration.path("defaultLabel")).remove("releasableTo");
        return Callers.register(registration);
    }

    private String sanitised() {
        String asset = registered();
        Tearlines.approved(asset, Tearlines.draftOf(campaign.path("id").asText(), MASKS));
        return asset;
    }
}
