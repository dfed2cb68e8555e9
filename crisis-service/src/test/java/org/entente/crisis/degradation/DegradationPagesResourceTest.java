package org.entente.crisis.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.entente.crisis.Visit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DegradationPagesResourceTest {
    private static final String PAGE = "/crisis/pages/degradation";

    @TestHTTPResource("/")
    URI service;

    @Test
    void aPartnerReadsWhatChangedAndWhatStaysAndNoMore() {
        narrowed("XBB", "situational-awareness-only", "Seen in a leak of theirs");

        Visit page = Visit.ofAnalyst(service, "XBB", PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("XBB: situational awareness only", "What changed", "can still be found and viewed")
                .doesNotContain("Seen in a leak", "xaa-crisis", "<form", "NOT_FOUND");
        assertThat(page.open(PAGE + "/rules").status()).isEqualTo(403);
    }

    @Test
    void oneNarrowsAndTwoWiden() {
        Visit narrowed = Visit.ofAuthority(service, PAGE)
                .send(PAGE, Map.of("partner", "XDD", "step", "view-only", "reason", "Checked by hand"));
        assertThat(narrowed.text()).contains("XDD: view only", "Checked by hand");
        String id = newest();
        Visit proposed = narrowed.send(PAGE + "/" + id + "/reversal", Map.of("reason", "All is well"));
        assertThat(proposed.text()).contains("All is well", "Somebody else than you");
        assertThat(proposed.send(PAGE + "/" + id + "/reversal/approval", Map.of())
                        .status())
                .isEqualTo(403);

        Visit approved = Visit.ofDeputy(service, PAGE).send(PAGE + "/" + id + "/reversal/approval", Map.of());

        assertThat(approved.text()).contains("What was narrowed before").doesNotContain("d-" + id);
    }

    @Test
    void nobodyNarrowsForAllByLeavingAFieldEmpty() {
        Visit refused = Visit.ofAuthority(service, PAGE)
                .send(PAGE, Map.of("partner", "", "step", "nothing", "reason", "Checked by hand"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/partner");
    }

    @Test
    void oneProposesARuleAndAnotherApproves() {
        String name = indicator();
        Visit proposed = Visit.ofAuthority(service, PAGE + "/rules")
                .send(
                        PAGE + "/rules",
                        Map.of("name", name, "scope", "partner", "when", "level('" + name + "') >= 60.0"));
        assertThat(proposed.text()).contains(name, "level(&#39;" + name + "&#39;) &gt;= 60.0");
        String id = authority().get("/crisis/degradation-rules").path("find { it.rule.name == '" + name + "' }.id");

        Visit approved = Visit.ofDeputy(service, PAGE + "/rules").send(PAGE + "/rules/" + id + "/approval", Map.of());

        assertThat(approved.text()).contains("approved by xaa-deputy@XAA");
    }

    @Test
    void aRuleThatSaysNothingIsRefused() {
        Visit refused = Visit.ofAuthority(service, PAGE + "/rules")
                .send(PAGE + "/rules", Map.of("name", "nothing", "scope", "all", "when", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/steps");
    }

    private static void narrowed(String partner, String step, String reason) {
        authority()
                .body(Map.of("partner", partner, "step", step, "reason", reason))
                .post("/crisis/degradations")
                .then()
                .statusCode(201);
    }

    private static String newest() {
        return authority().get("/crisis/degradations").path("find { it.partner == 'XDD' }.id");
    }
}
