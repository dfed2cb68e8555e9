package org.entente.access.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Desks.asLiaison;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class GrantPagesResourceTest {
    private static final String PATH = "/access/pages/grants/";
    private static final String AGREEMENTS = "/access/pages/agreements/";

    /** A page with a form that officers and originators of the house have. */
    private static final String ANY_FORM = "/access/pages/consents";

    @TestHTTPResource("/")
    URI service;

    /** Sends the form of a new grant of that tier, from any page with a form. */
    private static HttpResponse<String> issued(Visits visitor, String page, String agreement, String tier)
            throws Exception {
        return visitor.send(
                page,
                "/access/pages/grants",
                "agreement",
                agreement,
                "tier",
                tier,
                "categories",
                "situational-awareness",
                "purposes",
                "cyber-defence",
                "until",
                "2098-01-01",
                "unit",
                "CERT",
                "assets",
                "asset-1, asset-2");
    }

    private static void requireNoGrant(String partner) {
        asLiaison("officer").get("/access/grants?partner=" + partner).then().body("grants", empty());
    }

    @Test
    void isIssuedByTheFormOfItsAgreement() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        Visits officer = Visits.ofLiaison(service, "officer");

        // when
        HttpResponse<String> grant = issued(officer, AGREEMENTS + agreement, agreement, "1");

        // then
        assertThat(grant.uri().getPath()).startsWith(PATH);
        assertThat(grant.body()).contains("Grant of tier 1 to " + partner, "<dd>CERT</dd>", "<code>asset-2</code>");
        asLiaison("officer")
                .get("/access/grants?partner=" + partner)
                .then()
                .body("grants.agreement", contains(agreement))
                .body("grants.state", contains("live"));
    }

    @Test
    void isNeverIssuedWiderThanItsAgreement() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        Visits officer = Visits.ofLiaison(service, "officer");

        // when
        HttpResponse<String> page = issued(officer, AGREEMENTS + agreement, agreement, "3");

        // then
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<code>/tier</code>", "Nothing was changed");
        requireNoGrant(partner);
    }

    @Test
    void isNotIssuedBeforeTheAgreementIsInForce() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        Visits officer = Visits.ofLiaison(service, "officer");

        // when
        HttpResponse<String> page = issued(officer, ANY_FORM, agreement, "1");

        // then
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(officer.open(AGREEMENTS + agreement).body()).doesNotContain("id=\"issue\"");
        requireNoGrant(partner);
    }

    @Test
    void isIssuedByLiaisonOfficersOfTheHouseOnly() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        Visits holder = Visits.ofOfficerOf(service, partner);
        Visits originator =
                Visits.of(service, TestTokens.token("xaa-originator").roles("originator"));

        // when
        HttpResponse<String> byTheHolder = issued(holder, "/access/pages/requests", agreement, "1");
        HttpResponse<String> byAnother = issued(originator, ANY_FORM, agreement, "1");

        // then
        assertThat(byTheHolder.statusCode()).isEqualTo(403);
        assertThat(byAnother.statusCode()).isEqualTo(403);
        assertThat(holder.open(AGREEMENTS + agreement).body()).doesNotContain("id=\"issue\"");
        requireNoGrant(partner);
    }

    @Test
    void isNarrowedAndWithdrawnByForms() throws Exception {
        // given
        String grant = PATH + granted(inForce(registeredPartner()), 2);
        Visits officer = Visits.ofLiaison(service, "officer");

        // when
        HttpResponse<String> narrowed = officer.send(grant, grant + "/narrowing", "tier", "1", "reason", "Enough.");
        HttpResponse<String> withdrawn = officer.send(grant, grant + "/withdrawal", "reason", "Over.");

        // then
        assertThat(narrowed.body()).contains("Grant of tier 1", "0 decisions permitted", "nothing can be told");
        assertThat(withdrawn.body()).contains(">withdrawn<").doesNotContain("id=\"narrow\"");
    }

    @Test
    void isNeverMadeWider() throws Exception {
        // given
        String id = granted(inForce(registeredPartner()), 1);

        // when
        HttpResponse<String> page = Visits.ofLiaison(service, "officer")
                .send(PATH + id, PATH + id + "/narrowing", "tier", "2", "reason", "More.");

        // then
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<code>/tier</code>", "correct what it is about");
        asLiaison("officer").get("/access/grants/" + id).then().body("tier", equalTo(1));
    }

    @Test
    void itsHolderReadsItWithoutItsUseOrAnyForm() throws Exception {
        // given
        String partner = registeredPartner();
        String grant = PATH + granted(inForce(partner), 1);
        Visits holder = Visits.ofOfficerOf(service, partner);

        // when
        HttpResponse<String> page = holder.open(grant);
        HttpResponse<String> sent = holder.send("/access/pages/requests", grant + "/withdrawal", "reason", "Ours.");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("What of it is used", "<form method=\"post\"");
        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void isNothingToAnotherPartner() throws Exception {
        // given
        String grant = PATH + granted(inForce(registeredPartner()), 1);

        // when
        HttpResponse<String> page =
                Visits.ofOfficerOf(service, registeredPartner()).open(grant);

        // then
        assertThat(page.statusCode()).isEqualTo(404);
    }
}
