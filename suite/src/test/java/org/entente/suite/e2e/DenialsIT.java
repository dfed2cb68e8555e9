package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SuiteExtension.class)
class DenialsIT {

    private static final String LIST = "/catalog/assets";
    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    private final PackagedSuite suite;

    DenialsIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aTokenForAnotherServiceOpensNothing() throws IOException {
        // given
        String token = suite.tokens().token("xaa-originator", Set.of("audit-service"));

        // when
        Answer answer = suite.client().bearing(token).get(LIST);

        // then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void nobodyGetsNothing() {
        // when
        Answer answer = suite.client().anonymous().get(LIST);

        // then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aTokenThatTheIssuerDidNotSignOpensNothing() throws IOException {
        // given
        String[] token = suite.tokens().token("xaa-originator").split("\\.");
        char first = token[2].charAt(0);
        String forged = token[0] + "." + token[1] + "." + (first == 'A' ? 'B' : 'A') + token[2].substring(1);

        // when
        Answer answer = suite.client().bearing(forged).get(LIST);

        // then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aTokenWithoutSignatureOpensNothing() throws IOException {
        // given
        String claims = suite.tokens().token("xaa-originator").split("\\.")[1];
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());

        // when
        Answer answer = suite.client().bearing(header + "." + claims + ".").get(LIST);

        // then
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "xbb-analyst, /catalog/assets",
        "xaa-liaison, /catalog/assets",
        "xaa-originator, /access/agreements",
        "xbb-officer, /access/agreements",
        "xbb-officer, /access/grants",
        "xaa-liaison, /access/v1/evaluation",
        "xbb-analyst, /access/v1/evaluation",
        "xaa-liaison, /crisis/plans",
        "xbb-officer, /crisis/activations",
        "xbb-analyst, /crisis/signals"
    })
    void whoLacksTheRoleMayNot(String account, String path) {
        // when
        Answer answer = suite.client().as(account).post(path, EMPTY);

        // then
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void whatAPartnersRealmSaysAboutThePartnerIsNotBelieved() throws IOException {
        // given: the realms of the partners claim to be XAA

        // when
        String token = suite.tokens().token("xbb-analyst");

        // then
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("partner").asText()).isEqualTo("XBB");
    }

    @Test
    void anotherPartnersOfficerCannotConsent() {
        try (Acts acts = suite.acts()) {
            // given
            acts.registerPartner("XBB", "Republic of XBB");
            String agreement = acts.propose(Situation.terms(Instant.now().plus(Duration.ofHours(1))));

            // when
            Answer answer = acts.as("xcc-officer").post("/access/agreements/" + agreement + "/consents", EMPTY);

            // then
            assertThat(answer.status()).isEqualTo(404);
            assertThat(acts.as("xaa-liaison")
                            .get("/access/agreements/" + agreement)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("proposed");
        }
    }

    @Test
    void aProposalThatNobodyConsentedToSharesNothing() {
        try (Acts acts = suite.acts()) {
            // given
            acts.registerPartner("XBB", "Republic of XBB");
            acts.propose(Situation.terms(Instant.now().plus(Duration.ofHours(1))));
            String asset = Situation.register(acts).id();

            // when
            View view = acts.view("xbb-analyst", asset, Situation.PURPOSE);

            // then
            assertThat(view.isDenied()).isTrue();
        }
    }

    @Test
    void anExpiredAgreementSharesNothing() {
        Instant until = Instant.now().plusSeconds(20);
        try (Situation situation = Situation.agreed(suite, until)) {
            // given
            Patience.pause(Duration.between(Instant.now(), until.plusMillis(100)));

            // when
            View view = situation.view();

            // then
            assertThat(view.isDenied()).isTrue();
        }
    }

    @Test
    void aPurposeThatWasNotAgreedSharesNothing() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            View view = situation.acts().view("xbb-analyst", situation.asset().id(), "law-enforcement");

            // then
            assertThat(view.isDenied()).isTrue();
        }
    }

    @Test
    void theGatewayLeadsToNothingElse() {
        // given
        List<String> paths = List.of(
                "/q/health",
                "/q/metrics",
                "/catalog/../q/health",
                "/auth/admin/",
                "/auth/realms/master/",
                "/auth/metrics");

        // when
        List<Integer> statuses = paths.stream()
                .map(path -> suite.client().anonymous().get(path).status())
                .toList();

        // then
        assertThat(statuses).containsOnly(404);
    }
}
