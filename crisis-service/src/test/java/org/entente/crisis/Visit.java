package org.entente.crisis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;

/** Somebody at the pages, who opens one and sends its forms. */
public final class Visit {
    private final TestBrowser browser;
    private final HttpResponse<String> page;

    private Visit(TestBrowser browser, HttpResponse<String> page) {
        this.browser = browser;
        this.page = page;
    }

    /** Somebody who opens a page for the first time, and logs in for it. */
    public static Visit of(URI service, TestTokens person, String path) {
        TestBrowser browser = new TestBrowser(service, person);
        return shown(browser, () -> browser.open(path));
    }

    public static Visit ofAuthority(URI service, String path) {
        return of(service, Crisis.home("xaa-crisis").roles("crisis-authority"), path);
    }

    public static Visit ofDeputy(URI service, String path) {
        return of(service, Crisis.home("xaa-deputy").roles("crisis-authority"), path);
    }

    public static Visit ofAnalyst(URI service, String nation, String path) {
        return of(service, Crisis.partner("analyst", nation).roles("partner-analyst"), path);
    }

    public Visit open(String path) {
        return shown(browser, () -> browser.open(path));
    }

    /** Sends a form of the page that is shown. */
    public Visit send(String path, Map<String, String> fields) {
        return shown(browser, () -> browser.submit(page, path, fields));
    }

    /** Sends a form of a page that another session was shown. */
    public Visit send(Visit other, String path, Map<String, String> fields) {
        return shown(browser, () -> browser.submit(other.page, path, fields));
    }

    public int status() {
        return page.statusCode();
    }

    public String text() {
        return page.body();
    }

    public String path() {
        return page.uri().getPath();
    }

    private interface Step {
        HttpResponse<String> take() throws IOException, InterruptedException;
    }

    private static Visit shown(TestBrowser browser, Step step) {
        try {
            return new Visit(browser, step.take());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
