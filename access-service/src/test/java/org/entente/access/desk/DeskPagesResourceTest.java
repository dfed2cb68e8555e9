package org.entente.access.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.routes;
import static org.entente.access.Trusted.LATER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DeskPagesResourceTest {
    private static final String PATH = "/access/pages/desk";

    @TestHTTPResource("/")
    URI service;

    private Visits officer() {
        return Visits.ofLiaison(service, "officer");
    }

    /** Assessed at the risk {@code low}, once validly for a year and, of the other kind, not any more. */
    private static void assessed(String partner) {
        change("""
            insert into risk_assessment values
            (gen_random_uuid(), '%1$s', 'THIRD_PARTY', 'LOW', '[]', 'House of risk', 'x', now(), now() + interval '5 days'),
            (gen_random_uuid(), '%1$s', 'SUPPLY_CHAIN', 'LOW', '[]', 'House of risk', 'x', now() - interval '9 days',
             now() - interval '1 day')""".formatted(partner));
    }

    private static String askedForConsent(String partner) {
        return asLiaison()
                .body("""
                {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "Same aircraft.",
                 "until": "%s"}""".formatted(partner, LATER))
                .post("/access/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void showsEverySectionAndTheWayToEachEntry() throws Exception {
        // given
        routes("PT2H");
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        String agreement = proposed(terms(partner));
        String consent = askedForConsent(partner);
        assessed(partner);
        String request = asAnalystOf(partner)
                .body("{\"tier\": 1, \"categories\": [\"sensitive\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"<i>ships</i>\"}")
                .post("/access/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when
        HttpResponse<String> page = officer().open(PATH + "?partner=" + partner);

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "/access/pages/grants/" + grant,
                        "/access/pages/agreements/" + agreement,
                        "/access/pages/consents/" + consent,
                        "/access/pages/requests/" + request,
                        "/access/pages/partners/" + partner,
                        "&lt;i&gt;ships&lt;/i&gt;",
                        "supply-chain assessment: low",
                        "<h2 id=\"messages\">Planned messages</h2>")
                .doesNotContain("<script", "style=\"");
    }

    @Test
    void theInterfaceHasAssessmentsAndConsentsToo() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        String consent = askedForConsent(partner);
        assessed(partner);

        // when
        var desk = asLiaison().get("/access/desk?partner=" + partner);

        // then
        desk.then()
                .statusCode(200)
                .body("assessments.entries.state", hasItems("lapsed", "expiring"))
                .body("assessments.entries[0].late", equalTo(true))
                .body(
                        "consents.entries.href",
                        hasItems("/access/agreements/" + agreement, "/access/consents/" + consent));
    }

    @Test
    void whatIsEnteredBadlyIsToldAsAPage() throws Exception {
        // when
        HttpResponse<String> page = officer().open(PATH + "?days=-1");

        // then
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<code>within</code>");
    }

    @Test
    void isNotForPartners() throws Exception {
        // given
        String partner = registeredPartner();
        Visits visitor = Visits.ofOfficerOf(service, partner);

        // when
        HttpResponse<String> desk = visitor.open(PATH);
        HttpResponse<String> own = visitor.open("/access/pages/partners/" + partner);

        // then
        assertThat(desk.statusCode()).isEqualTo(403);
        assertThat(desk.body()).doesNotContain("Open requests");
        assertThat(own.statusCode()).isEqualTo(403);
    }

    @Test
    void aPostureFallsByOnePersonAndRisesByTwo() throws Exception {
        // given
        String path = "/access/pages/partners/" + registeredPartner();
        HttpResponse<String> lowered =
                officer().send(path, path + "/posture", "posture", "contained", "reason", "Odd questions.");
        String cause = lowered.body().replaceAll("(?s).*name=\"cause\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> proposed =
                officer().send(path, path + "/restorations", "cause", cause, "reason", "Explained.");
        String restoration = proposed.uri().getPath();

        // when
        HttpResponse<String> alone = officer().send(restoration, restoration + "/approval");
        HttpResponse<String> together =
                Visits.ofLiaison(service, "colleague").send(restoration, restoration + "/approval");

        // then
        assertThat(lowered.body()).contains("contained", "Odd questions.");
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(together.body()).contains("Nothing weighs against it.");
    }

    @Test
    void aPartnerLowersNoPosture() throws Exception {
        // given
        String partner = registeredPartner();

        // when
        HttpResponse<String> page = Visits.ofOfficerOf(service, partner)
                .send(
                        "/access/pages/requests",
                        "/access/pages/partners/" + partner + "/posture",
                        "posture",
                        "watch",
                        "reason",
                        "r");

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        asLiaison().get("/access/partners/" + partner).then().body("posture", equalTo("normal"));
    }
}
