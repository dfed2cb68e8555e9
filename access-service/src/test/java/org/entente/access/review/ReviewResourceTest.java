package org.entente.access.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.until;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import org.entente.access.Access;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

/** Grants are issued by {@code xaa-liaison}; {@code reviewer} reviews. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ReviewResourceTest {

    private static String ordered(String partner, String within) {
        return asLiaison("reviewer")
                .body("{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"" + within + "\"}")
                .post("/access/reviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response decide(String reviewer, String review, String grant, String decision) {
        return asLiaison(reviewer).body(decision).put("/access/reviews/" + review + "/decisions/" + grant);
    }

    private static boolean isPermitted(String partner) {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("decision");
    }

    @Test
    void showsWhatIsHeldAndWhatToDo() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);

        // when
        String review = ordered(partner, "P7D");

        // then
        asLiaison("reviewer")
                .get("/access/reviews/" + review)
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].grant", equalTo(grant))
                .body("lines[0].posture", equalTo("normal"))
                .body("lines[0].recommendation.verdict", equalTo("keep"))
                .body("lines[0].own", equalTo(false));
        asOfficerOf(partner).get("/access/reviews/" + review).then().statusCode(403);
    }

    @Test
    void anOverdueGrantIsDeadUntilReviewed() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);

        // when
        String review = ordered(partner, "PT0.001S");

        // then
        assertThat(isPermitted(partner)).isFalse();
        decide("reviewer", review, grant, "{\"verdict\": \"keep\", \"reason\": \"In use.\"}")
                .then()
                .statusCode(200);
        assertThat(isPermitted(partner)).isFalse();
        asLiaison("reviewer")
                .post("/access/reviews/" + review + "/closing")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));
        assertThat(isPermitted(partner)).isTrue();
    }

    @Test
    void isNarrowedAndRevokedTogetherWhenClosed() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String narrowed = granted(agreement, 2);
        String revoked = granted(agreement, 2);
        String review = ordered(partner, "P7D");
        decide("reviewer", review, narrowed, "{\"verdict\": \"narrow\", \"to\": {\"tier\": 1}, \"reason\": \"r\"}")
                .then()
                .statusCode(200);
        decide("reviewer", review, revoked, "{\"verdict\": \"keep\", \"reason\": \"r\"}")
                .then()
                .statusCode(200);
        decide("reviewer", review, revoked, "{\"verdict\": \"revoke\", \"reason\": \"On second thought.\"}")
                .then()
                .statusCode(200);

        // when
        var closed = asLiaison("reviewer").post("/access/reviews/" + review + "/closing");

        // then
        closed.then().statusCode(200);
        asLiaison("reviewer")
                .get("/access/grants/" + narrowed)
                .then()
                .body("tier", equalTo(1))
                .body("state", equalTo("live"));
        asLiaison("reviewer").get("/access/grants/" + revoked).then().body("state", equalTo("withdrawn"));
        decide("reviewer", review, narrowed, "{\"verdict\": \"revoke\", \"reason\": \"r\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void nobodyReviewsTheirOwn() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner, "P7D");

        // when
        var own = decide("xaa-liaison", review, grant, "{\"verdict\": \"keep\", \"reason\": \"Mine.\"}");

        // then
        own.then().statusCode(403);
        asLiaison("xaa-liaison")
                .body("{\"grants\": [\"" + grant + "\"], \"decision\": {\"verdict\": \"keep\", \"reason\": \"Mine.\"}}")
                .post("/access/reviews/" + review + "/decisions")
                .then()
                .statusCode(403);
    }

    @Test
    void isNotClosedOverConflictsAndNothingHappens() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String changed = granted(agreement, 2);
        String undecided = granted(agreement, 2);
        String review = ordered(partner, "P7D");
        decide("reviewer", review, changed, "{\"verdict\": \"revoke\", \"reason\": \"r\"}")
                .then()
                .statusCode(200);
        asLiaison("xaa-liaison")
                .body("{\"to\": {\"tier\": 1}, \"reason\": \"r\"}")
                .post("/access/grants/" + changed + "/narrowing")
                .then()
                .statusCode(200);

        // when
        var refused = asLiaison("reviewer").post("/access/reviews/" + review + "/closing");

        // then
        refused.then().statusCode(409).body("conflicts", hasSize(2));
        asLiaison("reviewer").get("/access/grants/" + changed).then().body("state", equalTo("live"));
        asLiaison("reviewer")
                .body("{\"grants\": [\"" + changed + "\", \"" + undecided + "\"],"
                        + " \"decision\": {\"verdict\": \"revoke\", \"reason\": \"r\"}}")
                .post("/access/reviews/" + review + "/decisions")
                .then()
                .statusCode(200);
        asLiaison("reviewer")
                .post("/access/reviews/" + review + "/closing")
                .then()
                .statusCode(200);
        assertThat(isPermitted(partner)).isFalse();
    }

    @Test
    void aPostureThatFallsOpensOne() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);

        // when
        asLiaison("reviewer")
                .body("{\"posture\": \"contained\", \"reason\": \"r\"}")
                .post("/access/partners/" + partner + "/posture")
                .then()
                .statusCode(200);

        // then
        until(() -> !asLiaison("reviewer")
                .get("/access/reviews?partner=" + partner)
                .jsonPath()
                .getList("reviews")
                .isEmpty());
        String review =
                asLiaison("reviewer").get("/access/reviews?partner=" + partner).path("reviews[0].id");
        asLiaison("reviewer")
                .get("/access/reviews/" + review)
                .then()
                .body("cause", equalTo("posture"))
                .body("lines[0].recommendation.verdict", equalTo("narrow"))
                .body("lines[0].recommendation.to.tier", equalTo(1));
    }

    @Test
    void remindsAndEscalatesOnce() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);

        // when
        String review = ordered(partner, "PT0.001S");

        // then
        until(() -> !rows(
                        "select id::text from review_campaign where id::text = ? and escalated_at is not null and remind_at is null",
                        review)
                .isEmpty());
        asLiaison("reviewer").get("/access/reviews/" + review).then().body("late", equalTo(true));
    }

    @Test
    void aScheduleComesRound() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);
        String name = "of-" + partner.toLowerCase(Locale.ROOT);

        // when
        Access.asPolicyAdministrator("xaa-policy")
                .body("{\"title\": \"Half-yearly\", \"partner\": \"" + partner + "\", \"every\": \"PT1S\"}")
                .put("/access/review-schedules/" + name)
                .then()
                .statusCode(200);

        // then
        until(() -> !asLiaison("reviewer")
                .get("/access/reviews?partner=" + partner)
                .jsonPath()
                .getList("reviews")
                .isEmpty());
        Access.change("delete from review_schedule where name = '" + name + "'");
    }
}
