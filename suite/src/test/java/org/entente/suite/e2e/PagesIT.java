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

/** People at the pages, with the real identity provider: logged in by a real browser, and by a one-time code. */
@ExtendWith(SuiteExtension.class)
class PagesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedSuite suite;

    PagesIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aPartnersAnalystLogsInAtHomeAndReadsHowTheyStand(@TempDir Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody logs in by a browser");
        try (Situation ignored = Situation.agreed(suite);
                DevTools browser = new DevTools(chromium.orElseThrow().program(), profile)) {
            // given
            browser.open(suite.ports().publicUrl() + "/access/pages/standing");
            LoginForms forms = new LoginForms(browser, suite.home());
            forms.goTo("xbb");

            // when
            forms.know("analyst");

            // then
            browser.awaitTrue("location.pathname === '/access/pages/standing' && document.readyState === 'complete'");
            assertThat(browser.evaluate("document.body.innerText"))
                    .contains("Standing of XBB", "xbb-analyst for XBB", "What misuse leads to");
        }
    }

    /** The key is registered where it is asked for, after a password and a one-time code; the next login only uses it. */
    @Test
    void aHardwareKeyIsRegisteredAndThenLoggedInBy(@TempDir Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so there is no hardware key");
        try (DevTools browser = new DevTools(chromium.orElseThrow().program(), profile)) {
            // given
            browser.plugInHardwareKey();
            String page = suite.ports().publicUrl() + "/access/pages/login/hardware";
            LoginForms forms = new LoginForms(browser, suite.home());
            browser.open(page);
            forms.knowAndHave("xaa-policy-2");
            browser.awaitTrue("document.querySelector('#registerWebAuthn') !== null");
            // Keycloak asks what the key is to be called, in a dialogue that would wait for ever.
            browser.evaluate("window.prompt = (text, initial) => initial");
            browser.evaluate("document.querySelector('#registerWebAuthn').click()");
            browser.awaitTrue("document.body.innerText.includes('logged in by hardware')");
            browser.open(suite.ports().publicUrl() + "/access/pages/log-out");
            browser.awaitTrue("document.body.innerText.includes('logged out')");

            // when
            browser.open(page);
            forms.knowAndHave("xaa-policy-2");
            browser.awaitTrue("document.querySelector('#authenticateWebAuthnButton') !== null");
            browser.evaluate("document.querySelector('#authenticateWebAuthnButton').click()");

            // then
            browser.awaitTrue(
                    "location.pathname === '/access/pages/login/hardware' && document.readyState === 'complete'");
            assertThat(browser.evaluate("document.body.innerText")).contains("You are logged in by hardware");
        }
    }

    @Test
    void aLoginByAOneTimeCodeIsWorthMore() throws IOException {
        String weaker = suite.tokens().token("xaa-auditor", Tokens.ALL_SERVICES);

        String stronger = suite.tokens().token("xaa-auditor", Tokens.ALL_SERVICES, "otp");

        assertThat(claims(weaker).path("acr").asText()).isEqualTo("password");
        assertThat(claims(stronger).path("acr").asText()).isEqualTo("otp");
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
