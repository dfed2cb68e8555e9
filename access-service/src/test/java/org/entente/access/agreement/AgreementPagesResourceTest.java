package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class AgreementPagesResourceTest {
    @TestHTTPResource
    URI service;

    @Test
    void showsTheArticlesAndTakesAConsentWithTheStrongLoginThatItNeeds() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token(partner + "-officer").partner(partner).roles("liaison-officer"));
        String address = "/access/pages/agreements/" + agreement;
        HttpResponse<String> page = browser.open(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cyber defence", "Consent to version 1", "xaa-liaison");

        // when
        HttpResponse<String> weak = browser.submit(page, address + "/consents", Map.of("version", "1"));
        HttpResponse<String> strong = browser.submit(weak, address + "/consents", Map.of("version", "1"));

        // then
        assertThat(strong.statusCode()).isEqualTo(200);
        assertThat(strong.body()).contains("in force");
        asLiaison()
                .get("/access/agreements/" + agreement)
                .then()
                .body("state", org.hamcrest.Matchers.equalTo("in-force"));
    }

    @Test
    void isNoPageForAnotherNation() throws Exception {
        // given
        String agreement = proposed(terms(registeredPartner()));
        String stranger = registeredPartner();
        TestBrowser browser = new TestBrowser(
                service,
                TestTokens.token(stranger + "-officer").partner(stranger).roles("liaison-officer"));

        // when
        HttpResponse<String> page = browser.open("/access/pages/agreements/" + agreement);

        // then
        assertThat(page.statusCode()).isEqualTo(404);
    }
}
