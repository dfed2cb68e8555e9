package org.entente.crisis.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.crisis.Visit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationPagesResourceTest {
    private static final String PAGES = "/crisis/pages/escalations";

    @TestHTTPResource("/")
    URI service;

    @Test
    void somebodyIsCalledTakesItInHandAndSaysThatItIsDone() {
        Visit opened = called();
        Visit held = opened.send(opened.path() + "/acknowledgement", Map.of("tag", "1"));
        assertThat(held.text()).contains("acknowledged", "In the hands of", "Hand it over");

        Visit done = held.send(held.path() + "/resolution", Map.of("note", "All are told"));

        assertThat(done.text()).contains("resolved", "All are told").doesNotContain("<form");
    }

    @Test
    void whoHasSeenAnOlderStateIsToldSo() {
        Visit opened = called();
        opened.send(opened.path() + "/acknowledgement", Map.of("tag", "1"));

        Visit late = opened.send(opened.path() + "/resolution", Map.of("tag", "1", "note", "Done"));

        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    void theListIsTheHomeSidesOnly() {
        called();

        Visit partner = Visit.ofAnalyst(service, "XBB", PAGES);

        assertThat(partner.status()).isEqualTo(403);
        assertThat(Visit.ofAuthority(service, PAGES).text()).contains("Grid is down", "Have somebody called");
    }

    @Test
    void aMessageIsPostedOnTheBoardForAPartnerToo() {
        Visit board = Visit.ofAuthority(service, "/crisis/pages/board");

        Visit posted = board.send("/crisis/pages/board/messages", Map.of("text", "Power is back.", "partners", "XBB"));

        assertThat(posted.path()).isEqualTo("/crisis/pages/board");
        assertThat(posted.text()).contains("Power is back.");
        assertThat(Visit.ofAnalyst(service, "XBB", "/crisis/pages/board").text())
                .contains("Power is back.")
                .doesNotContain("Post a message");
    }

    /** Every page leads to the other services, for those who have a use for them. */
    @Test
    void theHeaderLeadsToTheRestOfTheHouse() {
        String home = Visit.ofAuthority(service, "/crisis/pages").text();
        String partner = Visit.ofAnalyst(service, "XBB", "/crisis/pages").text();

        assertThat(home)
                .contains(
                        "/crisis/pages/plans",
                        "/crisis/pages/degradation",
                        "/access/pages/desk",
                        "/audit/pages/indicators")
                .doesNotContain("/audit/pages/investigations");
        assertThat(partner)
                .contains("/crisis/pages/board", "/access/pages/standing")
                .doesNotContain("/access/pages/desk", "/audit/pages/", "/crisis/pages/escalations");
    }

    private Visit called() {
        String ladder = indicator();
        authority().body(ladder()).put("/crisis/ladders/{name}", ladder).then().statusCode(200);
        return Visit.ofAuthority(service, PAGES)
                .send(PAGES, Map.of("ladder", ladder, "subject", "Grid is down", "urgency", "urgent"));
    }

    private static Map<String, Object> ladder() {
        Map<String, Object> duty = Map.of("person", "xaa-crisis", "mail", "crisis@crisis.example");
        return Map.of(
                "title",
                "Crisis cell",
                "levels",
                List.of(Map.of("name", "duty", "onCall", List.of(duty), "within", "PT10M")));
    }
}
