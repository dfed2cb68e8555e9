package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Visit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanPagesResourceTest {
    private static final String PAGES = "/crisis/pages/plans/";
    private static final Map<String, String> HALF_AN_HOUR =
            Map.of("count", "30", "unit", "minutes", "reason", "Intrusion under way");

    @TestHTTPResource("/")
    URI service;

    @Test
    void aPartyReadsWhatIsAgreedAndWhoHasConsented() {
        String plan = agreedPlan(indicator(), "XBB");

        Visit page = Visit.ofAnalyst(service, "XBB", PAGES + plan);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Intrusions into power grids", "situational-awareness", "1 hour at most", "no bound")
                .contains("officer-XBB@XBB")
                .doesNotContain("<form", "NOT_FOUND");
    }

    @Test
    void whoIsNoPartyReadsThatThereIsNone() {
        String plan = agreedPlan(indicator(), "XBB");

        Visit page = Visit.ofAnalyst(service, "XCC", PAGES + plan);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).doesNotContain("Intrusions");
        assertThat(page.open(PAGES + UUID.randomUUID()).text().replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(page.text().replaceAll("[0-9a-f-]{36}", ""));
    }

    @Test
    void theListHasForEachWhatItIsAPartyTo() {
        agreedPlan(indicator(), "XBB");

        List<List<String>> partners = pages("XBB");

        assertThat(partners).isNotEmpty().allMatch(each -> each.contains("XBB"));
        assertThat(Visit.ofAnalyst(service, "XBB", "/crisis/pages/plans").text())
                .contains("Intrusions into power grids");
        assertThat(Visit.of(service, home("nobody"), "/crisis/pages/plans").status())
                .isEqualTo(403);
    }

    /** The partners of all plans that an analyst is shown, page by page. */
    private static List<List<String>> pages(String nation) {
        List<List<String>> partners = new ArrayList<>();
        String cursor = "00000000-0000-0000-0000-000000000000";
        while (cursor != null) {
            JsonPath page = analyst(nation)
                    .queryParam("cursor", cursor)
                    .get("/crisis/plans")
                    .jsonPath();
            partners.addAll(page.getList("plans.partners"));
            cursor = page.getString("next");
        }
        return partners;
    }

    @Test
    void oneActivatesAnotherConfirms() {
        String plan = agreedPlan(indicator(), "XBB");
        Visit asked = Visit.ofAuthority(service, PAGES + plan).send(PAGES + plan + "/activations", HALF_AN_HOUR);
        assertThat(asked.text()).contains("Waits for a second person", "Somebody else than you");
        Visit deputy = Visit.ofDeputy(service, PAGES + plan);

        Visit confirmed = deputy.send(PAGES + plan + "/activations/" + newest(plan) + "/confirmation", Map.of());

        assertThat(confirmed.path()).isEqualTo(PAGES + plan);
        assertThat(confirmed.text()).contains("In force until", "confirmed by xaa-deputy@XAA", "End it now");
    }

    @Test
    void whoAskedDoesNotConfirm() {
        String plan = agreedPlan(indicator(), "XBB");
        Visit asked = Visit.ofAuthority(service, PAGES + plan).send(PAGES + plan + "/activations", HALF_AN_HOUR);

        Visit refused = asked.send(PAGES + plan + "/activations/" + newest(plan) + "/confirmation", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("A second person must confirm", "Go back");
    }

    @Test
    void whatIsInForceIsEndedByHandAndSoItReads() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");
        Visit page = Visit.ofAuthority(service, PAGES + plan);

        Visit ended = page.send(PAGES + plan + "/activations/" + activation + "/end", Map.of("reason", "It is over"));

        assertThat(ended.text()).contains("Ended ", "It is over").doesNotContain("In force until");
    }

    @Test
    void aMisfilledFormNamesItsFieldAndChangesNothing() {
        String plan = agreedPlan(indicator(), "XBB");

        Visit refused = Visit.ofAuthority(service, PAGES + plan)
                .send(PAGES + plan + "/activations", Map.of("count", "soon", "unit", "minutes", "reason", "Now"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/duration", "is not a number", "Nothing was changed");
    }

    @Test
    void aFormOfAnotherSessionIsRefused() {
        String plan = agreedPlan(indicator(), "XBB");
        Visit other = Visit.ofDeputy(service, PAGES + plan);

        Visit refused =
                Visit.ofAuthority(service, PAGES + plan).send(other, PAGES + plan + "/activations", HALF_AN_HOUR);

        assertThat(refused.status()).isEqualTo(403);
        authority().get("/crisis/plans/{id}/activations", plan).then().body("activations", hasSize(0));
    }

    @Test
    void anOfficerWithdrawsForItsNationAndAnAnalystDoesNot() {
        String plan = agreedPlan(indicator(), "XBB");
        Visit analyst = Visit.ofAnalyst(service, "XBB", PAGES + plan);
        Visit officer = Visit.of(service, partner("officer", "XBB").roles("liaison-officer"), PAGES + plan);
        assertThat(analyst.send(officer, PAGES + plan + "/withdrawal", Map.of("reason", "No"))
                        .status())
                .isEqualTo(403);

        Visit withdrawn = officer.send(PAGES + plan + "/withdrawal", Map.of("reason", "Trust is lost"));

        assertThat(withdrawn.text()).contains("withdrawn");
        officer("XCC").get("/crisis/plans/{id}/activations", plan).then().statusCode(404);
    }

    private static String newest(String plan) {
        return authority().get("/crisis/plans/{id}/activations", plan).path("activations[0].activation.id");
    }
}
