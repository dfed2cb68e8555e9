package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People at the pages of a crisis, in a real browser: two put a plan in force, and every page is made for everybody. */
@ExtendWith(SuiteExtension.class)
class CrisisPagesIT {
    private static final String PAGES = "/crisis/pages/";
    private static final int PHONE = 390;

    private final PackagedSuite suite;

    CrisisPagesIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void onePersonActivatesAnotherConfirmsAndTheBoardShowsIt(@TempDir Path first, @TempDir Path second)
            throws Exception {
        Path program = chromium();
        try (Situation situation = Situation.agreed(suite);
                DevTools asking = new DevTools(program, first);
                DevTools confirming = new DevTools(program, second)) {
            // given
            String plan = PAGES + "plans/" + Crisis.foreseen(situation.acts()).plan();
            open(asking, plan, "xaa-crisis");
            asking.evaluate("document.querySelector('#count-new').value = '20'");
            asking.evaluate("document.querySelector('#reason-new').value = 'It is urgent.'");
            asking.evaluate("document.querySelector('form[action$=\"/activations\"]').requestSubmit()");
            asking.awaitTrue("document.body.innerText.includes('Somebody else than you has to confirm it')");

            // when
            open(confirming, plan, "xaa-crisis-2");
            confirming.evaluate("document.querySelector('form[action$=\"/confirmation\"]').requestSubmit()");

            // then
            confirming.awaitTrue("document.body.innerText.includes('In force until')");
            asking.open(suite.ports().publicUrl() + PAGES + "board");
            asking.awaitTrue("document.body.innerText.includes('It is urgent.')");
            end(confirming);
            asking.awaitTrue("!document.body.innerText.includes('It is urgent.')");
        }
    }

    private static void end(DevTools browser) {
        browser.evaluate("document.querySelector('[id^=end-]').value = 'It is over.'");
        browser.evaluate("document.querySelector('form[action$=\"/end\"]').requestSubmit()");
        browser.awaitTrue("document.body.innerText.includes('It is over.')");
    }

    /** Fields have names, tables say what they are, headings come in order, a phone shows all, and no way is a dead end. */
    @Test
    void everyPageIsMadeForEverybody(@TempDir Path profile) throws Exception {
        try (Situation situation = Situation.agreed(suite);
                DevTools browser = new DevTools(chromium(), profile)) {
            String plan = "plans/" + Crisis.foreseen(situation.acts()).plan();
            open(browser, PAGES + "board", "xaa-crisis");
            browser.narrow(PHONE);
            for (String page : List.of(
                    "board",
                    "plans",
                    plan,
                    "degradation",
                    "degradation/rules",
                    "escalations",
                    "exercises",
                    "reviews")) {
                browser.open(suite.ports().publicUrl() + PAGES + page);

                String faults = browser.evaluate("""
                    [...[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                            .filter(each => each.labels.length === 0).map(each => 'unnamed ' + each.name),
                     ...[...document.querySelectorAll('table')]
                            .filter(each => each.caption === null).map(each => 'a table without caption'),
                     ...[...document.querySelectorAll('h1, h2, h3')].map(each => Number(each.tagName[1]))
                            .filter((level, index, all) => level > (all[index - 1] ?? 0) + 1).map(level => 'h' + level + ' too early'),
                     ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
                     ...(document.documentElement.scrollWidth > innerWidth ? ['wider than a phone'] : []),
                     ...(/[0-9]T[0-9]{2}:/.test(document.body.innerText) ? ['a time for machines'] : [])].join()""");

                assertThat(faults).as(page).isEmpty();
            }
            assertThat(deadEnds(browser)).isEmpty();
        }
    }

    /** Of the ways in the header, those that lead to a refusal. */
    private static String deadEnds(DevTools browser) {
        browser.evaluate("""
            Promise.all([...document.querySelectorAll('header nav a')].map(way => fetch(way.href)
                .then(answer => answer.ok ? '' : way.href, unknown => ''))).then(ends => window.ends = ends.join(''))""");
        browser.awaitTrue("typeof window.ends === 'string'");
        return browser.evaluate("window.ends");
    }

    private void open(DevTools browser, String path, String account) throws Exception {
        browser.open(suite.ports().publicUrl() + path);
        browser.awaitTrue("document.querySelector('#kc-form-login') !== null");
        browser.evaluate("document.querySelector('#username').value = '" + account + "'");
        browser.evaluate("document.querySelector('#password').value = '"
                + suite.home().secrets().demoPassword() + "'");
        browser.evaluate("document.querySelector('#kc-form-login').requestSubmit()");
        browser.awaitTrue("location.pathname === '" + path + "' && document.querySelector('h1') !== null");
    }

    private static Path chromium() {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine, so nobody looks at the pages");
        return chromium.orElseThrow().program();
    }
}
