package org.entente.crisis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entente.crisis.Receivers;
import org.entente.crisis.hearing.Ears;
import org.entente.embedded.testing.TestBrowser;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = false)
class BoardResourceTest {
    @Inject
    Ears ears;

    @TestHTTPResource("/")
    URI service;

    @Test
    void showsWhatIsInForceAndWhoSeesMore() {
        String indicator = indicator();
        String activation = running(indicator, "XBB", "XCC");
        ears.hear(decision(activation, "XBB", 5)).await().indefinitely();
        ears.hear(decision(activation, "XCC", 3)).await().indefinitely();

        Response board = authority().get("/crisis/board");

        board.then().statusCode(200).body("indicators.indicator", hasItem(indicator));
        List<Map<String, Object>> more = more(board, activation);
        assertThat(more).extracting(each -> each.get("partner")).containsExactly("XBB", "XCC");
        assertThat(more).extracting(each -> each.get("portions")).containsExactly(5, 3);
    }

    @Test
    void showsAPartnerNothingOfOthers() {
        String activation = running(indicator(), "XBB", "XCC");
        String hidden = running(indicator(), "XCC");
        ears.hear(decision(activation, "XBB", 5)).await().indefinitely();
        ears.hear(decision(activation, "XCC", 3)).await().indefinitely();

        Response board = analyst("XBB").get("/crisis/board");

        board.then()
                .body("active.activation", hasItem(activation))
                .body("active.activation", not(hasItem(hidden)))
                .body("indicators", hasSize(0))
                .body("escalations", hasSize(0));
        assertThat(more(board, activation))
                .extracting(each -> each.get("partner"))
                .containsExactly("XBB");
    }

    @Test
    void tellsMessagesToThoseTheyAreFor() {
        String text = "The substations are back " + UUID.randomUUID();

        authority()
                .body(Map.of("text", text, "partners", List.of("XBB")))
                .post("/crisis/board/messages")
                .then()
                .statusCode(201);

        officer("XBB").get("/crisis/board").then().body("messages.text", hasItem(text));
        officer("XCC").get("/crisis/board").then().body("messages.text", not(hasItem(text)));
        officer("XBB")
                .body(Map.of("text", text))
                .post("/crisis/board/messages")
                .then()
                .statusCode(403);
    }

    @Test
    void isNotForApplications() {
        Response answer = agency().get("/crisis/board");

        answer.then().statusCode(403);
    }

    @Test
    void isAPageThatNeedsNoScriptAndLetsInOnlyOurs() throws Exception {
        TestBrowser browser = new TestBrowser(service, home("xaa-crisis").roles("crisis-authority"));

        HttpResponse<String> page = browser.open("/crisis/pages/board");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Situation board", "http-equiv=\"refresh\"", "/crisis/pages/board.js");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(browser.open("/crisis/pages/board.js").body()).contains("EventSource");
    }

    @Test
    void tellsWhenItHasChanged() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        CompletableFuture<?> listening = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(service.resolve("/crisis/board/changes"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + home("xaa-crisis")
                                                        .roles("crisis-authority")
                                                        .sign())
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer ->
                        answer.body().filter(line -> line.startsWith("data:")).forEach(told::add));
        String first = told.poll(60, TimeUnit.SECONDS);
        assertThat(first).isNotNull();

        signal(indicator(), 12);

        assertThat(told.poll(60, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(first);
        listening.cancel(true);
    }

    @Test
    void refusesAMessageNamingTheField() {
        authority()
                .body(Map.of("text", ""))
                .post("/crisis/board/messages")
                .then()
                .body("field", equalTo("/text"));
        authority()
                .body(Map.of("text", "x", "partners", List.of("nobody")))
                .post("/crisis/board/messages")
                .then()
                .statusCode(400)
                .body("field", equalTo("/partners/0"));
    }

    private static List<Map<String, Object>> more(Response board, String activation) {
        return board.path("active.find { it.activation == '" + activation + "' }.more");
    }

    private static String running(String indicator, String... partners) {
        String plan = agreedPlan(indicator, partners);
        signal(indicator, 100);
        return activate(plan).getString("id");
    }

    private static String decision(String activation, String partner, int portions) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/access", "type": "org.entente.access.decision.made.v1",
             "subject": "%s", "time": "2026-11-23T10:00:00Z", "datacontenttype": "application/json", "exercise": false,
             "data": {"person": "p", "partner": "%s", "purpose": "cyber-defence", "resource": "r",
                      "expedited": [{"activation": "%s", "portions": %d}]}}\
            """.formatted(UUID.randomUUID(), UUID.randomUUID(), partner, activation, portions);
    }
}
