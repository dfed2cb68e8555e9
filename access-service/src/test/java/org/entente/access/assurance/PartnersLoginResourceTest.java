package org.entente.access.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strongly people of partners are logged in, who log in at providers of their own. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PartnersLoginResourceTest {
    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest(name = "by {0} at the partner: {1}")
    @CsvSource({"otp, 200", "hardware, 200", "password, 401", "gold, 401"})
    void whatTheirProviderSaysCounts(String atPartner, int status) {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        TestTokens officer = officer(partner).claim("partner_acr", atPartner);

        // when
        Response answer = as(officer).post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(status);
    }

    @Test
    void whatTheBrokerSaysDoesNotCountForThem() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        TestTokens officer = officer(partner).assurance("hardware");

        // when
        Response answer = as(officer).post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(401).header("WWW-Authenticate", containsString("acr_values=\"otp\""));
    }

    @Test
    void theHomeSideGainsNothingByIt() {
        // given
        TestTokens liaison = TestTokens.token("xaa-liaison")
                .roles("liaison-officer")
                .through("ministry")
                .claim("partner_acr", "hardware");

        // when
        Response answer = as(liaison).body(terms(registeredPartner())).post("/access/agreements");

        // then
        answer.then().statusCode(401).header("WWW-Authenticate", containsString("acr_values=\"otp\""));
    }

    @Test
    void pagesSendThemToTheirOwnProviderAndTakeThemBack() throws Exception {
        // given
        TestBrowser browser = new TestBrowser(service, officer("XBB"));
        browser.open("/access/pages/login");

        // when
        HttpResponse<String> page = browser.open("/access/pages/login/otp");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/access/pages/login/otp");
        assertThat(page.body()).contains("You are logged in by <strong class=\"mark\">otp</strong>");
        assertThat(asked(browser)).contains("acr_values=otp").contains("kc_idp_hint=xbb");
    }

    @Test
    void theyAreToldWhereTheirProviderOffersNothingStrongerAndAreNotSentInCircles() throws Exception {
        // given
        TestBrowser browser = new TestBrowser(service, officer("XBB").strongest("otp"));
        browser.open("/access/pages/login");

        // when
        HttpResponse<String> page = browser.open("/access/pages/login/hardware");

        // then
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("was asked for and not given", "identity provider does not offer it to you");
    }

    /** The broker's forms are not for them; asked there, they would stay as they are. */
    @Test
    void aProviderWhoseNameCannotBeWrittenIsNotAskedInCircles() throws Exception {
        // given
        TestBrowser browser = new TestBrowser(service, officer("XBB").through("an ally; Path=/"));
        browser.open("/access/pages/login");

        // when
        HttpResponse<String> page = browser.open("/access/pages/login/otp");

        // then
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(asked(browser)).contains("acr_values=otp").doesNotContain("kc_idp_hint");
    }

    private static String asked(TestBrowser browser) {
        List<URI> asked = browser.visited().stream()
                .filter(address -> address.getPath().equals("/authorize"))
                .toList();
        return asked.get(asked.size() - 1).getQuery();
    }

    private static TestTokens officer(String partner) {
        return TestTokens.token(partner + "-officer")
                .partner(partner)
                .roles("liaison-officer")
                .through("xbb");
    }
}
