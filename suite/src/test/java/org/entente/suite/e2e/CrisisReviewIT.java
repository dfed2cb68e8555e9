package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the board shows while a plan is in force, live in a browser, and what the review tells afterwards. */
@ExtendWith(SuiteExtension.class)
class CrisisReviewIT {
    private final PackagedSuite suite;

    CrisisReviewIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void tellsWhatWasSharedOnlyBecauseOfTheCrisisAndThatItWasFetched() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Crisis crisis = Crisis.foreseen(acts);
            acts.signal(crisis.indicator(), 90);
            String activation = acts.activate(crisis.plan(), Duration.ofMinutes(10), "It is urgent.")
                    .path("id")
                    .asText();
            int usual = situation.asset().portionsWithin(Situation.GRANTED);
            Patience.until(situation::view, view -> view.shown() > usual);
            Patience.until(() -> board(acts), board -> board.toString().contains("\"portions\""));

            // when
            acts.as("xaa-crisis")
                    .post(
                            "/crisis/activations/" + activation + "/end",
                            JsonNodeFactory.instance.objectNode().put("reason", "It is over."))
                    .expect(200);

            // then
            JsonNode review = Patience.until(
                    () -> review(acts, activation),
                    found -> found.at("/facts/shared/0/used").asInt() > 0
                            && timeline(found).contains("activation ended"));
            assertThat(review.path("state").asText()).isEqualTo("open");
            assertThat(review.at("/facts/shared/0/partner").asText()).isEqualTo("XBB");
            assertThat(review.at("/facts/shared/0/portions").asInt()).isPositive();
            assertThat(review.at("/facts/shared/0/used").asInt()).isPositive();
            assertThat(timeline(review)).contains("activation started", "activation ended");
        }
    }

    @Test
    void theBoardRenewsItselfInABrowser(@TempDir Path profile) throws Exception {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody looks at the board");
        try (Acts acts = suite.acts();
                DevTools browser = new DevTools(chromium.orElseThrow().program(), profile)) {
            // given
            browser.open(suite.ports().publicUrl() + "/crisis/pages/board");
            browser.awaitTrue("document.querySelector('#username') !== null");
            browser.evaluate("document.querySelector('#username').value = 'xaa-crisis'");
            browser.evaluate("document.querySelector('#password').value = '"
                    + suite.home().secrets().demoPassword() + "'");
            browser.evaluate("document.querySelector('#kc-form-login').requestSubmit()");
            browser.awaitTrue("location.pathname === '/crisis/pages/board'");
            browser.awaitTrue("document.getElementById('live').textContent === 'Live.'");
            browser.evaluate("window.stillTheSamePage = true");
            String text = "Seen live " + profile.getFileName();

            // when
            acts.as("xaa-crisis")
                    .post(
                            "/crisis/board/messages",
                            JsonNodeFactory.instance.objectNode().put("text", text))
                    .expect(201);

            // then
            browser.awaitTrue("document.body.innerText.includes('" + text + "')");
            assertThat(browser.evaluate("String(window.stillTheSamePage)")).isEqualTo("true");
        }
    }

    private static List<String> timeline(JsonNode review) {
        return review.path("facts").path("timeline").findValuesAsText("what");
    }

    private static JsonNode board(Acts acts) {
        return acts.as("xaa-crisis").get("/crisis/board").expect(200).json();
    }

    private static JsonNode review(Acts acts, String activation) {
        String id = acts.as("xaa-auditor")
                .get("/crisis/reviews?activation=" + activation)
                .expect(200)
                .json()
                .at("/reviews/0/id")
                .asText();
        return acts.as("xaa-auditor").get("/crisis/reviews/" + id).expect(200).json();
    }
}
