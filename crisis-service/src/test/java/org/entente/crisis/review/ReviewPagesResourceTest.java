package org.entente.crisis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.signal;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.entente.crisis.Visit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewPagesResourceTest {
    private static final String PAGES = "/crisis/pages/reviews/";
    private static final Map<String, String> FINDING =
            Map.of("verdict", "failed", "title", "Nobody told them", "text", "It took an hour.", "evidence", "e1, e2");
    private static final Map<String, String> DRAFT = Map.of(
            "finding", "1", "kind", "plan", "title", "Half an hour is enough", "draft", "{\"maxDuration\": \"PT30M\"}");

    @TestHTTPResource("/")
    URI service;

    @Test
    void anAuditorWritesAFindingAndConcludesNothing() {
        String page = PAGES + ended();
        Visit auditor = Visit.of(service, home("xaa-auditor").roles("auditor"), page);

        Visit found = auditor.send(page + "/findings", FINDING);

        assertThat(found.path()).isEqualTo(page);
        assertThat(found.text()).contains("1. Nobody told them", "It took an hour.", "<code>e2</code>");
        assertThat(found.text()).doesNotContain(page + "/conclusion", "NOT_FOUND");
        assertThat(found.send(page + "/conclusion", Map.of("text", "All well")).status())
                .isEqualTo(403);
    }

    @Test
    void whatOneDraftsAnotherDecides() {
        String page = PAGES + ended();
        Visit drafted = Visit.ofAuthority(service, page)
                .send(page + "/findings", FINDING)
                .send(page + "/recommendations", DRAFT);
        assertThat(drafted.text()).contains("1. Half an hour is enough", "PT30M", "Somebody else than you");
        Map<String, String> accepted = Map.of("outcome", "accepted", "reason", "It is enough", "became", "plan 2");
        assertThat(drafted.send(page + "/recommendations/1/decision", accepted).status())
                .isEqualTo(403);

        Visit decided = Visit.ofDeputy(service, page).send(page + "/recommendations/1/decision", accepted);

        assertThat(decided.text()).contains("Accepted by xaa-deputy@XAA", "plan 2");
    }

    @Test
    void aDraftThatIsNoJsonIsRefused() {
        String page = PAGES + ended();
        Visit found = Visit.ofAuthority(service, page).send(page + "/findings", FINDING);

        Visit refused = found.send(
                page + "/recommendations", Map.of("finding", "1", "kind", "plan", "title", "x", "draft", "shorter"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/draft", "is not JSON");
    }

    @Test
    void aSummaryIsProposedByOneAndPublishedByAnother() {
        String page = PAGES + ended();
        Visit proposed = Visit.ofAuthority(service, page)
                .send(page + "/findings", FINDING)
                .send(page + "/conclusion", Map.of("text", "Slow, but sound."))
                .send(page + "/summary", Map.of("text", "The plan opened in time."));
        assertThat(proposed.text())
                .contains("a second person has to publish it")
                .doesNotContain("/publication");
        assertThat(Visit.ofAnalyst(service, "XBB", page + "/summary").status()).isEqualTo(404);

        Visit published = Visit.ofDeputy(service, page).send(page + "/summary/publication", Map.of());

        assertThat(published.text()).contains("published</a> by xaa-deputy@XAA");
        assertThat(Visit.ofAnalyst(service, "XBB", page + "/summary").text()).contains("The plan opened in time.");
    }

    @Test
    void whoComesSecondIsToldSo() {
        String page = PAGES + ended();
        Visit seen = Visit.ofAuthority(service, page);
        seen.send(page + "/findings", FINDING);

        Visit late = seen.send(
                page + "/findings", Map.of("tag", "1", "verdict", "worked", "title", "Late", "text", "Too late."));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("Somebody else was faster");
    }

    @Test
    void aPartnerReadsNoReview() {
        Visit refused = Visit.ofAnalyst(service, "XBB", PAGES + ended());

        assertThat(refused.status()).isEqualTo(403);
    }

    private static String ended() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");
        authority()
                .body(Map.of("reason", "It is over"))
                .post("/crisis/activations/{id}/end", activation)
                .then()
                .statusCode(200);
        return authority()
                .queryParam("activation", activation)
                .get("/crisis/reviews")
                .path("reviews[0].id");
    }
}
