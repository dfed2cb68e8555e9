package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.entente.suite.login.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People of partners, whose own identity providers ask them for a stronger login: in a real browser, and in their tokens. */
@ExtendWith(SuiteExtension.class)
class PartnersLoginIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "/access/pages/login";

    private final PackagedSuite suite;

    PartnersLoginIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void anOfficerIsCarriedThroughTheStepUpAtTheirOwnProviderAndBack(@TempDir Path profile) throws Exception {
        try (DevTools browser = browser(profile)) {
            // given
            LoginForms forms = loggedIn(browser, "xbb");

            // when
            browser.open(address("/otp"));
            browser.awaitTrue("location.href.includes('/realms/xbb/')");
            forms.knowAndHave("officer");

            // then
            browser.awaitTrue("location.pathname === '" + PAGE + "/otp'");
            assertThat(shown(browser)).contains("xbb-officer for XBB", "You are logged in by otp");
        }
    }

    @Test
    void whatTheirProviderDoesNotOfferIsToldAndNotAskedForAgain(@TempDir Path profile) throws Exception {
        try (DevTools browser = browser(profile)) {
            // given
            LoginForms forms = loggedIn(browser, "xbb");

            // when
            browser.open(address("/hardware"));
            browser.awaitTrue("location.href.includes('/realms/xbb/')");
            forms.know("officer");

            // then
            browser.awaitTrue("location.pathname === '" + PAGE + "/hardware'");
            assertThat(shown(browser))
                    .contains("asked for and not given", "identity provider does not offer it to you");
        }
    }

    @Test
    void whatAProviderSaysThatIsNotBelievedDoesNotCount(@TempDir Path profile) throws Exception {
        try (DevTools browser = browser(profile)) {
            // given
            LoginForms forms = loggedIn(browser, "xcc");

            // when
            browser.open(address("/otp"));
            browser.awaitTrue("location.href.includes('/realms/xcc/')");
            forms.knowAndHave("officer");

            // then
            browser.awaitTrue("location.pathname === '" + PAGE + "/otp'");
            assertThat(shown(browser)).contains("asked for and not given", "is not believed here");
        }
    }

    @Test
    void aTokenHasWhatABelievedProviderSaysInAClaimOfItsOwn() throws IOException {
        JsonNode claims = claims("xbb-officer");

        assertThat(claims.path("identity_provider").asText()).isEqualTo("xbb");
        assertThat(claims.path("partner_acr").asText()).isEqualTo("otp");
        assertThat(claims.path("acr").asText()).isNotEqualTo("otp");
    }

    @Test
    void aTokenHasNothingOfWhatAnotherSays() throws IOException {
        JsonNode claims = claims("xcc-officer");

        assertThat(claims.path("identity_provider").asText()).isEqualTo("xcc");
        assertThat(claims.has("partner_acr")).isFalse();
        assertThat(claims.path("acr").asText()).isNotEqualTo("otp");
    }

    @Test
    void aTokenOfTheHouseHasNoSuchClaim() throws IOException {
        JsonNode claims = claims("xaa-liaison");

        assertThat(claims.has("identity_provider")).isFalse();
        assertThat(claims.has("partner_acr")).isFalse();
        assertThat(claims.path("acr").asText()).isEqualTo("otp");
    }

    /** An officer of the partner, logged in by password. */
    private LoginForms loggedIn(DevTools browser, String partner) throws IOException {
        LoginForms forms = new LoginForms(browser, suite.home());
        browser.open(address(""));
        forms.goTo(partner);
        forms.know("officer");
        browser.awaitTrue("location.pathname === '" + PAGE + "'");
        assertThat(shown(browser)).contains("You are logged in by password");
        return forms;
    }

    private String address(String level) {
        return suite.ports().publicUrl() + PAGE + level;
    }

    private JsonNode claims(String name) throws IOException {
        String token = suite.tokens().token(name, Tokens.ALL_SERVICES, "otp");
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String shown(DevTools browser) {
        return browser.evaluate("document.body.innerText");
    }

    private static DevTools browser(Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody logs in by a browser");
        return new DevTools(chromium.orElseThrow().program(), profile);
    }
}
