package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FeedbackResourceTest {
    private static final String PATH = "/catalog/assets/{id}/feedback";
    private static final String FALSE_POSITIVE = "{\"kind\": \"false-positive\", \"object\": \""
            + Bundles.OPEN_INDICATOR + "\", \"comment\": \"Our own scanner.\"}";

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void reachesTheOriginator() {
        String asset = Callers.register(Bundles.registration("Judged"));

        Response given = give(Callers.xbbAnalyst(), asset, FALSE_POSITIVE);

        given.then().statusCode(201).body("id", notNullValue());
        Callers.originator()
                .get(PATH, asset)
                .then()
                .statusCode(200)
                .body("feedback", hasSize(1))
                .body("feedback[0].from", equalTo("XBB"))
                .body("feedback[0].kind", equalTo("false-positive"))
                .body("feedback[0].object", equalTo(Bundles.OPEN_INDICATOR))
                .body("feedback[0].version", equalTo(1))
                .body("feedback[0].comment", equalTo("Our own scanner."));
        assertThat(Events.await("org.entente.catalog.feedback.given.v1", given.path("id")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("partner").asText()).isEqualTo("XBB");
                    assertThat(event.path("actor").asText()).isEqualTo("xbb-analyst@XBB");
                    assertThat(event.toString()).doesNotContain("scanner");
                });
    }

    @Test
    void commentsAreKeptSealed() {
        String asset = Callers.register(Bundles.registration("Sealed"));

        give(Callers.xbbAnalyst(), asset, FALSE_POSITIVE);

        assertThat(Database.find("select encode(comment, 'escape') from feedback where asset = '" + asset + "'"))
                .doesNotContain("scanner");
    }

    @Test
    void aRepetitionIsNoSecondOne() {
        String asset = Callers.register(Bundles.registration("Repeated"));
        String key = UUID.randomUUID().toString();
        give(Callers.xbbAnalyst().header("Idempotency-Key", key), asset, FALSE_POSITIVE);

        give(Callers.xbbAnalyst().header("Idempotency-Key", key), asset, FALSE_POSITIVE);

        Callers.originator().get(PATH, asset).then().body("feedback", hasSize(1));
    }

    @Test
    void pagesAreNewestFirst() {
        String asset = Callers.register(Bundles.registration("Paged"));
        give(Callers.xbbAnalyst(), asset, "{\"kind\": \"useful\"}");
        give(Callers.xbbAnalyst(), asset, "{\"kind\": \"request-more\"}");

        Response first = Callers.originator().queryParam("limit", 1).get(PATH, asset);

        first.then().body("feedback.kind", contains("request-more")).body("next", notNullValue());
        Callers.originator()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get(PATH, asset)
                .then()
                .body("feedback.kind", contains("useful"));
    }

    @Test
    void onWhatIsHiddenThereIsNothingToSay() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Hidden"));
        Response absent = give(Callers.xbbAnalyst(), UUID.randomUUID().toString(), FALSE_POSITIVE);

        Response answer = give(Callers.xbbAnalyst(), hidden, FALSE_POSITIVE);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
        Callers.originator().get(PATH, hidden).then().body("feedback", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /kind",
                "null | /kind",
                "{\"kind\": \"splendid\"} | /kind",
                "{\"kind\": \"useful\", \"object\": \"it\"} | /object",
                "{\"kind\": \"useful\", \"comment\": \" \"} | /comment",
                "{\"kind\": \"useful\", \"stars\": 5} | /stars"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        String asset = Callers.register(Bundles.registration("Wrong"));

        Response answer = give(Callers.xbbAnalyst(), asset, body);

        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void withoutADecisionNothingIsKept() {
        String asset = Callers.register(Bundles.registration("Undecided"));
        AccessPeer.behave(AccessPeer.Mode.FAULT);

        Response answer = give(Callers.xbbAnalyst(), asset, FALSE_POSITIVE);

        answer.then().statusCode(503);
    }

    @Test
    void itIsForTheOriginatorsNationOnly() {
        String asset = Callers.register(Bundles.registration("Ours"));
        give(Callers.xbbAnalyst(), asset, FALSE_POSITIVE);

        Response answer = Callers.xbbAnalyst().get(PATH, asset);

        answer.then().statusCode(404);
        Callers.as(Callers.home("xaa-auditor", "auditor"))
                .get(PATH, asset)
                .then()
                .statusCode(403);
        give(Callers.originator(), asset, FALSE_POSITIVE).then().statusCode(403);
    }

    @Test
    void aContributorReadsWhatIsSaidOfItsContribution() {
        var indicator = Taxii.indicator("203.0.113.200");
        var marking =
                Taxii.marking(Taxii.label("situational-awareness", "XAA", "XEE").toString());
        indicator.putArray("object_marking_refs").add(marking.path("id").asText());
        String contribution = Taxii.contribute(Taxii.xbb(), marking, indicator).path("id");
        String asset = Callers.originator()
                .get("/catalog/contributions/{id}", contribution)
                .path("asset");

        Response given = give(Taxii.xeeAnalyst(), asset, "{\"kind\": \"useful\"}");

        given.then().statusCode(201);
        Callers.xbbAnalyst().get(PATH, asset).then().statusCode(200).body("feedback.from", equalTo(List.of("XEE")));
    }

    private static Response give(RequestSpecification caller, String asset, String body) {
        return caller.body(body).post(PATH, asset);
    }
}
