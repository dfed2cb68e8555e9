package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What partners ask for and hold, at the liaison desk: answered, refused with a remedy, reviewed too late. */
@ExtendWith(SuiteExtension.class)
class DeskIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESK = "/access/pages/desk";

    private final PackagedSuite suite;

    DeskIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aRefusalSaysWhatToDoAndKeepsToItselfWhatIsForHome() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String request = asked(acts, 3);
            ObjectNode refusal = JsonNodeFactory.instance
                    .objectNode()
                    .put("reason", "more-than-needed")
                    .put("rationale", "What you hold serves the purpose.")
                    .put("homeRationale", "Sources would show.");

            // when
            acts.as("xaa-liaison")
                    .post("/access/requests/" + request + "/refusal", refusal)
                    .expect(200);

            // then
            Answer read = acts.as("xbb-analyst").get("/access/requests/" + request);
            assertThat(read.expect(200).json().at("/answer/remedy").asText()).startsWith("Ask for less");
            assertThat(read.text()).doesNotContain("Sources would show");
            assertThat(acts.as("xcc-officer").get("/access/requests/" + request).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anOverdueReviewDeniesUntilItIsDone() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            assertThat(situation.view().answer().status()).isEqualTo(200);
            String review = ordered(acts, Duration.ofMillis(1));
            Answer overdue = Patience.until(() -> situation.view().answer(), answer -> answer.status() != 200);

            // when
            reviewed(acts, review);

            // then
            assertThat(overdue.status()).isIn(403, 404);
            assertThat(situation.view().answer().status()).isEqualTo(200);
        }
    }

    @Test
    void anOfficerAnswersInABrowser(@TempDir Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody sits at the desk");
        try (Situation situation = Situation.agreed(suite);
                DevTools browser = new DevTools(chromium.orElseThrow().program(), profile)) {
            // given
            String request = asked(situation.acts(), 1);
            browser.open(suite.ports().publicUrl() + DESK + "?partner=XBB");
            logIn(browser, "xaa-liaison");
            browser.awaitTrue("location.pathname === '" + DESK + "' && document.querySelector('h1') !== null");
            assertThat(browser.evaluate("document.querySelectorAll('table caption').length >= 3"))
                    .isEqualTo("true");
            browser.evaluate("document.querySelector('a[href$=\"requests/" + request + "\"]').click()");
            browser.awaitTrue("document.querySelector('#refuse-rationale') !== null");

            // when
            browser.evaluate("document.querySelector('#reason').value = 'covered-already'");
            browser.evaluate("document.querySelector('#refuse-rationale').value = 'You hold it.'");
            browser.evaluate("document.querySelector('form[action$=\"/refusal\"]').requestSubmit()");

            // then
            browser.awaitTrue("document.body.innerText.includes('Use what you have been granted.')");
            assertThat(browser.evaluate("document.querySelector('form[action$=\"/refusal\"]') === null"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.scripts.length")).isEqualTo("0");
            JsonNode read = situation
                    .acts()
                    .as("xbb-analyst")
                    .get("/access/requests/" + request)
                    .expect(200)
                    .json();
            assertThat(read.path("state").asText()).isEqualTo("refused");
        }
    }

    /** Everything that somebody fills in has a name, every table says what it is, and headings come in order. */
    @Test
    void theDeskIsMadeForEverybody(@TempDir Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody sits at the desk");
        try (Situation situation = Situation.agreed(suite);
                DevTools browser = new DevTools(chromium.orElseThrow().program(), profile)) {
            // given
            String request = asked(situation.acts(), 1);
            browser.open(suite.ports().publicUrl() + "/access/pages/requests/" + request);
            logIn(browser, "xaa-liaison");
            browser.awaitTrue("document.querySelector('#refuse-rationale') !== null");

            // when
            String unnamed = browser.evaluate("""
                    [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                        .filter(each => each.labels.length === 0 && !each.ariaLabel).map(each => each.name).join()""");
            String order = browser.evaluate("""
                    [...document.querySelectorAll('h1, h2, h3')].map(each => each.tagName).join()""");

            // then
            assertThat(unnamed).isEmpty();
            assertThat(order).startsWith("H1,H2").doesNotContain("H3");
            assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("en");
        }
    }

    private void logIn(DevTools browser, String account) throws Exception {
        browser.awaitTrue("document.querySelector('#kc-form-login') !== null");
        browser.evaluate("document.querySelector('#username').value = '" + account + "'");
        browser.evaluate("document.querySelector('#password').value = '"
                + suite.home().secrets().demoPassword() + "'");
        browser.evaluate("document.querySelector('#kc-form-login').requestSubmit()");
    }

    private static String asked(Acts acts, int tier) {
        acts.as("xaa-policy").put("/access/routing", json("""
                {"agencies": [{"code": "XAA-CYBER", "officers": ["xaa-liaison"], "superior": "xaa-liaison-2"}],
                 "workingHours": {"zone": "Europe/Vienna", "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                                  "from": "08:00", "until": "17:00"},
                 "within": {"routine": "PT40H", "urgent": "PT8H", "immediate": "PT2H"}, "otherwise": "XAA-CYBER"}""")).expect(200);
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("tier", tier)
                .put("until", Instant.now().plus(Duration.ofHours(1)).toString())
                .put("why", "Seen in our harbours, too.");
        request.putArray("categories").add("situational-awareness");
        request.putArray("purposes").add(Situation.PURPOSE);
        return acts.as("xbb-analyst")
                .post("/access/requests", request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String ordered(Acts acts, Duration within) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("partner", "XBB")
                .put("title", "End to end")
                .put("within", within.toString());
        return acts.as("xaa-liaison-2")
                .post("/access/reviews", order)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** All of it is kept. */
    private static void reviewed(Acts acts, String review) {
        ObjectNode decisions = JsonNodeFactory.instance.objectNode();
        decisions.putObject("decision").put("verdict", "keep").put("reason", "In use.");
        acts.as("xaa-liaison-2")
                .get("/access/reviews/" + review)
                .expect(200)
                .json()
                .path("lines")
                .forEach(line ->
                        decisions.withArray("/grants").add(line.path("grant").asText()));
        acts.as("xaa-liaison-2")
                .post("/access/reviews/" + review + "/decisions", decisions)
                .expect(200);
        acts.as("xaa-liaison-2")
                .post("/access/reviews/" + review + "/closing", JsonNodeFactory.instance.objectNode())
                .expect(200);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
