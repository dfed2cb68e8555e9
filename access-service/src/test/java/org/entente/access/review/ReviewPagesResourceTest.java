package org.entente.access.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asLiaison;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants are issued by {@code xaa-liaison}; {@code reviewer} reviews. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ReviewPagesResourceTest {
    private static final String PATH = "/access/pages/reviews";

    @TestHTTPResource("/")
    URI service;

    private Visits reviewer() {
        return Visits.ofLiaison(service, "reviewer");
    }

    private String ordered(String partner) throws Exception {
        HttpResponse<String> page =
                reviewer().send(PATH, PATH, "title", "After the exercise", "partner", partner, "days", "7");
        assertThat(page.body()).contains("After the exercise", "nothing yet");
        return page.uri().getPath();
    }

    private static void requireGrant(String grant, String state, int tier) {
        asLiaison("reviewer")
                .get("/access/grants/" + grant)
                .then()
                .body("state", equalTo(state))
                .body("tier", equalTo(tier));
    }

    @ParameterizedTest(name = "{0} → {1}, {2}")
    @CsvSource({"keep, live, 2", "narrow, live, 1", "revoke, withdrawn, 2"})
    void aLineIsDecidedAndHappensAtTheEnd(String verdict, String state, int tier) throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);

        // when
        HttpResponse<String> decided = reviewer()
                .send(review, review + "/decisions/" + grant, "verdict", verdict, "tier", "1", "reason", "Seen.");

        // then
        assertThat(decided.body()).contains(verdict + " by reviewer: Seen.");
        closedBy(review);
        requireGrant(grant, state, tier);
    }

    private void closedBy(String review) throws Exception {
        Visits closer = reviewer();
        HttpResponse<String> page = closer.open(review);
        assertThat(closer.send(page, review + "/closing", "tag", "").body()).contains("Closed by");
    }

    @Test
    void severalAreDecidedAtOnce() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);

        // when
        HttpResponse<String> page = reviewer()
                .send(review, review + "/decisions", "grant", grant, "verdict", "revoke", "reason", "All of them.");

        // then
        assertThat(page.body()).contains("revoke by reviewer: All of them.");
        closedBy(review);
        requireGrant(grant, "withdrawn", 2);
    }

    @Test
    void whatKeepsItOpenIsListed() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);

        // when
        HttpResponse<String> page = reviewer().send(review, review + "/closing", "tag", "");

        // then
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains(grant + ": undecided", "href=\"" + review + "\"");
    }

    @Test
    void whoDecidesSecondIsToldWhatItHasBecome() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);
        Visits first = reviewer();
        HttpResponse<String> seen = first.open(review);
        Visits second = Visits.ofLiaison(service, "second-reviewer");
        second.send(review, review + "/decisions/" + grant, "verdict", "keep", "reason", "Used.");

        // when
        HttpResponse<String> page =
                first.send(seen, review + "/decisions/" + grant, "verdict", "revoke", "reason", "Unused.");

        // then
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(first.open(review).body()).contains("keep by second-reviewer: Used.");
    }

    @Test
    void onesOwnHasNoForm() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);
        Visits issuer = Visits.ofLiaison(service, "xaa-liaison");

        // when
        HttpResponse<String> page = issuer.open(review);
        HttpResponse<String> sent =
                issuer.send(page, review + "/decisions/" + grant, "verdict", "keep", "reason", "Mine.", "tag", "");

        // then
        assertThat(page.body()).contains("your own").doesNotContain("keep-" + grant);
        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void isNotForPartners() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 2);
        String review = ordered(partner);
        Visits officer = Visits.ofOfficerOf(service, partner);

        // when
        HttpResponse<String> page = officer.open(review);
        HttpResponse<String> sent = officer.send(
                "/access/pages/requests", review + "/decisions/" + grant, "verdict", "keep", "reason", "Ours.");

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(sent.statusCode()).isEqualTo(403);
    }
}
