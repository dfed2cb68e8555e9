package org.entente.access.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Trusted.LATER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.entente.access.Visits;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ConsentPagesResourceTest {
    private static final String PATH = "/access/pages/consents";

    /** Before what was asked for ends. */
    private static final String DAY =
            LATER.minus(Duration.ofDays(10)).toString().substring(0, 10);

    @TestHTTPResource("/")
    URI service;

    private Visits originator() {
        return Visits.of(
                service, TestTokens.token("xaa-originator").roles("originator").assurance("otp"));
    }

    private static String asked(String partner) {
        String id = asLiaison()
                .body("""
                {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "Same aircraft.",
                 "until": "%s"}""".formatted(partner, LATER))
                .post("/access/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return PATH + "/" + id;
    }

    @Test
    void isGivenAndTakenBack() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> given = originator().send(consent, consent + "/giving", "until", DAY);
        HttpResponse<String> takenBack = originator().send(consent, consent + "/withdrawal", "reason", "Passed on.");

        // then
        assertThat(given.body()).contains(">given<", "in 1");
        assertThat(takenBack.body()).contains(">withdrawn<", "Passed on.");
    }

    @Test
    void isRefusedWithAReason() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> refused = originator().send(consent, consent + "/refusal", "reason", "After the trials.");

        // then
        assertThat(refused.body()).contains(">refused<", "After the trials.");
    }

    @Test
    void whoAskedDoesNotAnswer() throws Exception {
        // given
        String consent = asked(registeredPartner());

        // when
        HttpResponse<String> page =
                Visits.ofLiaison(service, "xaa-liaison").send(consent, consent + "/giving", "until", DAY);

        // then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You do not speak for the giver.");
    }

    @Test
    void isNotForTheRecipient() throws Exception {
        // given
        String partner = registeredPartner();
        String consent = asked(partner);

        // when
        HttpResponse<String> page = Visits.ofOfficerOf(service, partner).open(consent);
        HttpResponse<String> list = Visits.ofOfficerOf(service, partner).open(PATH);
        HttpResponse<String> sent =
                Visits.ofOfficerOf(service, partner).send("/access/pages/requests", consent + "/giving", "until", DAY);

        // then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(list.body()).contains("Nobody was asked anything.");
        assertThat(sent.statusCode()).isEqualTo(404);
    }
}
