package org.entente.suite.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.entente.suite.layout.Home;
import org.entente.suite.login.OneTimeCode;

/** The forms of an identity provider, filled in by somebody of the demo in a real browser. */
record LoginForms(DevTools browser, Home home) {

    /** Goes from the login of the house to that of a partner. */
    void goTo(String partner) {
        browser.awaitTrue("document.querySelector('a[href*=\"broker/" + partner + "\"]') !== null");
        browser.evaluate("document.querySelector('a[href*=\"broker/" + partner + "\"]').click()");
        browser.awaitTrue("location.href.includes('/realms/" + partner + "/')");
    }

    /** The name is not asked for again where the provider knows it already. */
    void know(String name) throws IOException {
        browser.awaitTrue("document.querySelector('#kc-form-login #password') !== null");
        browser.evaluate(
                "{ const name = document.querySelector('#username'); if (name) { name.value = '" + name + "' } }");
        browser.evaluate(
                "document.querySelector('#password').value = '" + home.secrets().demoPassword() + "'");
        browser.evaluate("document.querySelector('#kc-form-login').requestSubmit()");
    }

    /** Password, then one-time code; one that was used already is followed by another soon. */
    void knowAndHave(String name) throws IOException, InterruptedException {
        know(name);
        browser.awaitTrue("document.querySelector('#otp') !== null");
        String secret = home.secrets().text("demo-one-time");
        for (int attempt = 0; attempt < 4 && isAskedForCode(); attempt++) {
            if (attempt > 0) {
                long left = OneTimeCode.SECONDS - Instant.now().getEpochSecond() % OneTimeCode.SECONDS;
                Thread.sleep(Duration.ofSeconds(left).toMillis());
            }
            browser.evaluate("document.querySelector('#otp').value = '" + OneTimeCode.at(Instant.now(), secret) + "'");
            browser.evaluate("document.querySelector('#kc-otp-login-form').requestSubmit()");
            Thread.sleep(2_000);
        }
    }

    private boolean isAskedForCode() {
        return browser.evaluate("document.querySelector('#otp') !== null").equals("true");
    }
}
