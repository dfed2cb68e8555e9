package org.entente.access.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Narrower;
import org.entente.access.partner.Posture;
import org.entente.access.review.Recommendation.Known;
import org.entente.access.usage.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {

    @ParameterizedTest(name = "{0}, tier {1}, {2} anomalies, {3} → {4} {5}")
    @CsvSource({
        "NORMAL, 3, 0, used, KEEP, ",
        "NORMAL, 3, 0, partly, NARROW, 2",
        "NORMAL, 3, 0, unused, REVOKE, ",
        "WATCH, 3, 4, used, KEEP, ",
        "CONTAINED, 3, 0, used, NARROW, 1",
        "CONTAINED, 3, 0, partly, NARROW, 1",
        "CONTAINED, 1, 0, used, KEEP, ",
        "SUSPENDED, 1, 0, used, REVOKE, "
    })
    void theStrictestRuleCounts(Posture posture, int tier, int anomalies, String usage, Verdict verdict, Integer to) {
        // given
        GrantTerms terms =
                new GrantTerms(new UUID(0, 1), tier, List.of("sensitive"), List.of("cyber-defence"), Instant.MAX, null);
        Narrower narrower = usage.equals("partly") ? new Narrower(2, null, null, null, null, null, null, null) : null;
        Proposal proposal = new Proposal(true, usage.equals("unused"), narrower, List.of());

        // when
        Recommendation advice = Recommendation.of(new Known(terms, posture, anomalies, proposal));

        // then
        assertThat(advice.verdict()).isEqualTo(verdict);
        assertThat(advice.to() == null ? null : advice.to().tier()).isEqualTo(to);
        assertThat(advice.because().isEmpty())
                .isEqualTo(posture == Posture.NORMAL || tier == 1 && posture == Posture.CONTAINED);
    }
}
