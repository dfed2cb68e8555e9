package org.entente.access.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.usage.Proposal.Held;
import org.entente.access.usage.Proposal.Measure;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Measure MEASURE = new Measure(Duration.ofDays(30), Duration.ofDays(180));
    private static final UUID GRANT = new UUID(0, 1);

    private static Held held(int days, Usage usage) {
        GrantTerms terms = new GrantTerms(
                new UUID(0, 2),
                3,
                List.of("situational-awareness", "shared-analysis", "sensitive"),
                List.of("cyber-defence", "crisis-response"),
                NOW.plus(Duration.ofDays(100)),
                null);
        return new Held(terms, NOW.minus(Duration.ofDays(days)), usage, NOW);
    }

    private static Used used(int daysAgo, String person, int tier, String... categories) {
        return new Used(GRANT, NOW.minus(Duration.ofDays(daysAgo)), person, "cyber-defence", Set.of(categories), tier);
    }

    @Test
    void nothingIsToldTooSoon() {
        // given
        Held held = held(29, Usage.NONE);

        // when
        Proposal proposal = Proposal.of(held, MEASURE);

        // then
        assertThat(proposal.measured()).isFalse();
        assertThat(proposal.withdraw()).isFalse();
        assertThat(proposal.to()).isNull();
    }

    @Test
    void whatWasNeverUsedIsWithdrawn() {
        // given
        Held held = held(31, Usage.NONE);

        // when
        Proposal proposal = Proposal.of(held, MEASURE);

        // then
        assertThat(proposal.withdraw()).isTrue();
    }

    @Test
    void whatWasUsedLongAgoCountsAsUnused() {
        // given
        Held held = held(400, Usage.NONE.and(used(181, "a", 3, "sensitive")));

        // when
        Proposal proposal = Proposal.of(held, MEASURE);

        // then
        assertThat(proposal.withdraw()).isTrue();
    }

    @Test
    void isNarrowedToWhatWasUsed() {
        // given
        Usage usage = Usage.NONE
                .and(used(3, "a", 1, "situational-awareness"))
                .and(used(2, "b", 2, "shared-analysis"))
                .and(used(300, "b", 3, "sensitive"));

        // when
        Proposal proposal = Proposal.of(held(400, usage), MEASURE);

        // then
        assertThat(proposal.to()).isNotNull();
        assertThat(proposal.to().tier()).isEqualTo(2);
        assertThat(proposal.to().categories()).containsExactly("situational-awareness", "shared-analysis");
        assertThat(proposal.to().purposes()).containsExactly("cyber-defence");
        assertThat(proposal.because()).hasSize(3);
    }

    @Test
    void isLeftAloneWhereAllOfItIsUsed() {
        // given
        Usage usage = Usage.NONE
                .and(used(3, "a", 3, "situational-awareness", "shared-analysis", "sensitive"))
                .and(new Used(GRANT, NOW, "b", "crisis-response", Set.of("sensitive"), 3));

        // when
        Proposal proposal = Proposal.of(held(400, usage), MEASURE);

        // then
        assertThat(proposal.to()).isNull();
        assertThat(proposal.withdraw()).isFalse();
    }

    @Test
    void saysWhenOnePersonAloneUsesIt() {
        // given
        Usage usage = Usage.NONE.and(used(3, "a3f1", 3, "sensitive"));

        // when
        Proposal proposal = Proposal.of(held(400, usage), MEASURE);

        // then
        assertThat(proposal.because()).anyMatch(reason -> reason.contains("a3f1"));
    }
}
