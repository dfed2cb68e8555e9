package org.entente.access.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What every page has from the library of pages: login, headers, forms, problems told to people, step-up and back. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PageResourceTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void whoOpensAPageLogsInAtTheProviderAndComesBackToIt() throws Exception {
        TestBrowser browser = analyst();

        HttpResponse<String> page = browser.open("/access/pages/trial?x=1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath() + "?" + page.uri().getQuery()).isEqualTo("/access/pages/trial?x=1");
        assertThat(page.body()).contains(TestTokens.subject("xbb-analyst") + " XBB [ALLIANCE:SECRET] password");
        assertThat(authorization(browser).getQuery())
                .contains("code_challenge_method=S256", "client_id=entente-pages", "nonce=");
    }

    @Test
    void theLayoutShowsWhoIsLoggedInAndEscapesWhatTheyAreCalled() throws Exception {
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token("<b>eve</b>").partner("XBB").roles("partner-analyst"));

        HttpResponse<String> page = browser.open("/access/pages");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;b&gt;eve&lt;/b&gt; for XBB, logged in by password", "<html lang=\"en\">");
    }

    @Test
    void aPageSaysWhatABrowserMayDoWithIt() throws Exception {
        HttpResponse<String> page = analyst().open("/access/pages");

        assertThat(page.headers().map())
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'none'; style-src 'self';"
                                + " img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void theSessionIsInCookiesThatNoScriptAndNoOtherServiceReads() throws Exception {
        TestBrowser browser = analyst();

        browser.open("/access/pages");

        List<HttpCookie> session = browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList();
        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/access/pages");
            assertThat(cookie.getValue()).doesNotContain(".eyJ");
        });
    }

    @Test
    void aBearerTokenIsNoLoginOfAPage() {
        given().auth()
                .oauth2(TestTokens.token("x").audience("access-service").sign())
                .redirects()
                .follow(false)
                .get("/access/pages/trial")
                .then()
                .statusCode(302);
    }

    @Test
    void aSessionOfPagesIsNoTokenOfTheInterface() throws Exception {
        TestBrowser browser = analyst();
        browser.open("/access/pages");

        HttpResponse<String> answer = browser.open("/access/agreements/00000000-0000-0000-0000-000000000000");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void theStyleSheetIsOpenToEverybody() {
        given().get("/access/pages/style.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void aFormOfThisSessionPasses() throws Exception {
        TestBrowser browser = analyst();
        HttpResponse<String> page = browser.open("/access/pages/trial");

        HttpResponse<String> answer = browser.submit(page, "/access/pages/trial", Map.of("word", "hello & goodbye"));

        assertThat(answer.body()).isEqualTo("received hello & goodbye");
    }

    @Test
    void aFormWithTheTokenOfAnotherSessionDoesNot() throws Exception {
        HttpResponse<String> foreign = analyst().open("/access/pages/trial");
        TestBrowser browser = analyst();
        browser.open("/access/pages/trial");

        HttpResponse<String> answer = browser.submit(foreign, "/access/pages/trial", Map.of("word", "hello"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form did not come from a page of this session");
    }

    @Test
    void aProblemIsToldAsAPageAndNothingInItIsMarkup() throws Exception {
        HttpResponse<String> page = analyst().open("/access/pages/trial/broken");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("is not a number", "amount&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void aPageThatIsNotThereIsToldAsAPage() throws Exception {
        HttpResponse<String> page = analyst().open("/access/pages/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such resource.", "<html");
    }

    @Test
    void whoNeedsAStrongerLoginIsSentForItAndComesBack() throws Exception {
        TestBrowser browser = analyst();
        browser.open("/access/pages/trial");

        HttpResponse<String> page = browser.open("/access/pages/trial/needs/hardware");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("logged in by hardware");
        assertThat(authorization(browser).getQuery())
                .contains("acr_values=hardware", "max_age=300")
                .doesNotContain("kc_idp_hint");
        assertThat(browser.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .doesNotContain("step-up");
    }

    @Test
    void whoCannotLogInMoreStronglyIsToldSoAndNotSentInCircles() throws Exception {
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token("xbb-analyst").partner("XBB").strongest("otp"));

        HttpResponse<String> page = browser.open("/access/pages/trial/needs/hardware");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("was asked for and not given", "Try again");
    }

    @Test
    void afterAFormThatNeededAStrongerLoginItsPageIsShownAgain() throws Exception {
        TestBrowser browser = analyst();
        HttpResponse<String> page = browser.open("/access/pages/trial");

        HttpResponse<String> again = browser.submit(page, "/access/pages/trial/needs/otp", Map.of("word", "hello"));

        assertThat(again.uri().getPath()).isEqualTo("/access/pages/trial");
        assertThat(again.body()).endsWith(" otp");
    }

    @Test
    void whoLogsOutIsLoggedOutHereAndAtTheProvider() throws Exception {
        TestBrowser browser = analyst();
        browser.open("/access/pages/trial");

        HttpResponse<String> page = browser.open("/access/pages/log-out");

        assertThat(page.body()).contains("You are logged out");
        assertThat(browser.visited())
                .anySatisfy(address -> assertThat(address.getPath()).isEqualTo("/logout"));
        assertThat(browser.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .noneMatch(name -> name.startsWith("q_session"));
    }

    private static URI authorization(TestBrowser browser) {
        List<URI> asked = browser.visited().stream()
                .filter(address -> address.getPath().equals("/authorize"))
                .toList();
        return asked.get(asked.size() - 1);
    }

    private TestBrowser analyst() {
        return new TestBrowser(
                service,
                TestTokens.token("xbb-analyst")
                        .partner("XBB")
                        .roles("partner-analyst")
                        .clearances("ALLIANCE:SECRET"));
    }
}
