package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.access.consent.ConsentTerms;
import org.entente.access.consent.Giver;
import org.entente.access.consent.Material;
import org.entente.access.partner.Posture;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.junit.jupiter.api.Test;

class CompiledWarrantsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-15T12:00:00.000001Z");
    private static final Labels LABELS = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());

    private static CompiledPolicy policy(Warrants warrants) {
        return new CompiledPolicy(
                1,
                LABELS,
                new Parts(Map.of("XBB", Posture.NORMAL), List.of(), List.of(), List.of(), List.of(), warrants));
    }

    private static GivenConsent consent(Material material) {
        ConsentTerms terms = new ConsentTerms(
                Giver.originator("XAA"), "XBB", List.of("XBB"), "cyber-defence", List.of("view"), material, "j", UNTIL);
        return new GivenConsent(UUID.randomUUID(), terms, FROM, UNTIL);
    }

    @Test
    void attestationsByTheThousandAreLookedUpAtOnce() {
        // given
        List<Attestation> attestations = IntStream.range(0, 50_000)
                .mapToObj(
                        number -> new Attestation("XBB", "person-" + number % 20_000, "course-" + number, FROM, UNTIL))
                .toList();

        // when
        CompiledWarrants warrants = policy(new Warrants(List.of(), List.of(), attestations, Map.of()))
                .warrants();

        // then
        long inTime = Micros.of(UNTIL) - 1;
        assertThat(warrants.isAttested("XBB", "person-5", "course-20005", inTime))
                .isTrue();
        assertThat(warrants.isAttested("XBB", "person-5", "course-20005", inTime + 1))
                .isFalse();
        assertThat(warrants.isAttested("XBB", "person-5", "course-6", inTime)).isFalse();
        assertThat(warrants.isAttested("XCC", "person-5", "course-20005", inTime))
                .isFalse();
        assertThat(warrants.isAttested("XBB", "", "course-20005", inTime)).isFalse();
    }

    @Test
    void listsAreGoodUntilTheNextConsentEnds() {
        // given
        CompiledPolicy policy = policy(new Warrants(
                List.of(consent(new Material("a1", List.of(), List.of(), null))), List.of(), List.of(), Map.of()));

        // when
        Instant unchanged =
                policy.unchangedUntil("XBB", UNTIL.minus(Duration.ofSeconds(5))).orElseThrow();

        // then
        assertThat(unchanged).isEqualTo(UNTIL);
    }

    @Test
    void namesTheAssetsThatConsentsAreAbout() {
        // given
        Warrants warrants = new Warrants(
                List.of(
                        consent(new Material("a2", List.of(), List.of(), null)),
                        consent(new Material("a1", List.of(), List.of(), null)),
                        consent(new Material(null, List.of("sensitive"), List.of(), "SECRET"))),
                List.of(),
                List.of(),
                Map.of());

        // when
        var named = policy(warrants).warrants().named("XBB");

        // then
        assertThat(named).containsExactly("a1", "a2");
        assertThat(policy(warrants).warrants().named("XCC")).isEmpty();
    }
}
