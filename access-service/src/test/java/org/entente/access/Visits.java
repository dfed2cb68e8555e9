package org.entente.access;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;

/** Somebody at a browser, who fills in the forms of a page as it is shown. */
public final class Visits {
    private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]+)\"");

    private final TestBrowser browser;

    private Visits(TestBrowser browser) {
        this.browser = browser;
    }

    public static Visits of(URI service, TestTokens person) {
        return new Visits(new TestBrowser(service, person));
    }

    /** A liaison officer of the home side. */
    public static Visits ofLiaison(URI service, String name) {
        return of(service, TestTokens.token(name).roles("liaison-officer").assurance("otp"));
    }

    public static Visits ofOfficerOf(URI service, String nation) {
        return of(service, TestTokens.token(nation + "-officer").partner(nation).roles("liaison-officer"));
    }

    public static Visits ofAnalystOf(URI service, String nation) {
        return of(service, TestTokens.token(nation + "-analyst").partner(nation).roles("partner-analyst"));
    }

    public HttpResponse<String> open(String path) throws Exception {
        return browser.open(path);
    }

    /** Opens a page and sends a form of it, with the version that it showed. */
    public HttpResponse<String> send(String page, String path, String... fields) throws Exception {
        return send(browser.open(page), path, fields);
    }

    /** Sends a form of a page that was opened before. */
    public HttpResponse<String> send(HttpResponse<String> page, String path, String... fields) throws Exception {
        Map<String, String> entered = new HashMap<>();
        Matcher tag = TAG.matcher(page.body());
        if (tag.find()) {
            entered.put("tag", tag.group(1));
        }
        for (int index = 0; index < fields.length; index += 2) {
            entered.put(fields[index], fields[index + 1]);
        }
        return browser.submit(page, path, entered);
    }
}
