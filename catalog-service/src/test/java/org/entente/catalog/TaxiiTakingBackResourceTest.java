package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxiiTakingBackResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void aContributorTakesItsOwnBack() {
        ObjectNode indicator = Taxii.indicator("198.51.100.19");
        Taxii.contribute(Taxii.xbb(), indicator);

        Response answer =
                Taxii.xbb().delete(OBJECTS + "{id}/", indicator.path("id").asText());

        answer.then().statusCode(200);
        Taxii.atHome(indicator).then().statusCode(404);
        assertThat(Events.await(
                        "org.entente.catalog.object.withdrawn.v1",
                        indicator.path("id").asText()))
                .isNotEmpty();
    }

    @Test
    void whatWasTakenBackMayBeContributedAgain() {
        ObjectNode indicator = Taxii.indicator("198.51.100.20");
        Taxii.contribute(Taxii.xbb(), indicator);
        Taxii.xbb()
                .delete(OBJECTS + "{id}/", indicator.path("id").asText())
                .then()
                .statusCode(200);

        Taxii.contribute(Taxii.xbb(), indicator);

        Taxii.atHome(indicator).then().statusCode(200);
    }

    @Test
    void oneVersionIsTakenBackAndTheOthersStay() {
        ObjectNode first = Taxii.indicator("198.51.100.21");
        Taxii.contribute(Taxii.xbb(), first, Taxii.again(first, "2026-02-01T00:00:00.000Z"));

        Response answer = Taxii.xbb()
                .queryParam("match[version]", "2026-02-01T00:00:00.000Z")
                .delete(OBJECTS + "{id}/", first.path("id").asText());

        answer.then().statusCode(200);
        Taxii.atHome(first).then().body("objects.modified", contains("2026-01-01T00:00:00.000Z"));
    }

    @Test
    void nobodyTakesBackWhatIsAnothers() {
        ObjectNode shown = Taxii.indicator("198.51.100.22");
        ObjectNode hidden = Taxii.indicator("198.51.100.23");
        Callers.register(Taxii.registration(List.of(shown), "XBB"));
        Callers.register(Taxii.registration(List.of(hidden), "XEE"));
        Response absent = Taxii.xbb().delete(OBJECTS + "{id}/", "indicator--" + UUID.randomUUID());

        Response ofHidden =
                Taxii.xbb().delete(OBJECTS + "{id}/", hidden.path("id").asText());

        assertThat(ofHidden.statusCode()).isEqualTo(404);
        assertThat(ofHidden.asByteArray()).isEqualTo(absent.asByteArray());
        Taxii.xbb().delete(OBJECTS + "{id}/", shown.path("id").asText()).then().statusCode(403);
        Taxii.xbb().get(OBJECTS + "{id}/", shown.path("id").asText()).then().statusCode(200);
    }
}
