package org.entente.audit.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CasePagesResourceTest extends ServiceTest {

    private static final String PAGES = "/audit/pages/investigations";

    @TestHTTPResource("/")
    URI service;

    @Test
    void theCaseIsInTheListAndOnItsPageWithTheMovesThatAreLegal() throws Exception {
        // given
        String id = opened("Report <b>by</b> XBB");
        TestBrowser browser = auditor("xaa-auditor");

        // when
        HttpResponse<String> page = browser.open(PAGES + "/" + id);

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Report &lt;b&gt;by&lt;/b&gt; XBB", "Propose that it was a breach", PAGES + "/" + id + "/notes")
                .doesNotContain("Close the case", "Confirm the breach");
        assertThat(browser.open(PAGES + "?state=opened&partner=").body()).contains(PAGES + "/" + id);
    }

    @Test
    void formsMakeMovesAndTwoPersonsAreNeeded() throws Exception {
        // given
        String id = opened("Two persons");
        TestBrowser first = auditor("xaa-auditor");
        TestBrowser second = auditor("xaa-auditor-2");
        submit(first, id, "notes", Map.of("text", "Seen the officer."));
        HttpResponse<String> proposed =
                submit(first, id, "dismissal", Map.of("version", "2", "reason", "A change of shifts."));
        assertThat(proposed.body()).contains("Seen the officer.", "A change of shifts.");
        assertThat(proposed.body()).doesNotContain("Confirm that it was nothing");
        assertThat(submit(first, id, "dismissal/confirmation", Map.of("version", "3"))
                        .statusCode())
                .isEqualTo(403);

        // when
        HttpResponse<String> confirmed = submit(second, id, "dismissal/confirmation", Map.of("version", "3"));

        // then
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).contains("dismissed");
    }

    @Test
    void whatIsWrongInAFormIsToldAsAPage() throws Exception {
        // given
        String id = opened("Wrong");

        // when
        HttpResponse<String> answer = submit(
                auditor("xaa-auditor"), id, "assignment", Map.of("assignee", "x", "name", "x", "due", "tomorrow"));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not a date and time").contains("<code>due</code>");
    }

    @Test
    void whoMayNotReadTheCaseMayNotReadThePage() throws Exception {
        String id = opened("Secret");
        TestBrowser partner = new TestBrowser(
                service, TestTokens.token("xbb-officer").partner("XBB").roles("auditor", "liaison-officer"));
        assertThat(partner.open(PAGES + "/" + id).statusCode()).isEqualTo(404);
        assertThat(partner.open(PAGES).statusCode()).isEqualTo(404);
        TestBrowser originator =
                new TestBrowser(service, TestTokens.token("xaa-originator").roles("originator"));
        assertThat(originator.open(PAGES + "/" + id).statusCode()).isEqualTo(403);
        TestBrowser officer =
                new TestBrowser(service, TestTokens.token("xaa-liaison").roles("liaison-officer"));
        assertThat(officer.open(PAGES + "/" + id).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> submit(TestBrowser browser, String id, String move, Map<String, String> fields)
            throws Exception {
        HttpResponse<String> page = browser.open(PAGES + "/" + id);
        return browser.submit(page, PAGES + "/" + id + "/" + move, fields);
    }

    private TestBrowser auditor(String name) {
        return new TestBrowser(service, TestTokens.token(name).roles("auditor"));
    }

    private static String opened(String title) {
        return auditor()
                .contentType(ContentType.JSON)
                .body("{\"title\": \"" + title + "\", \"partner\": \"XBB\", \"reason\": \"Somebody said so.\"}")
                .post("/audit/investigations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
