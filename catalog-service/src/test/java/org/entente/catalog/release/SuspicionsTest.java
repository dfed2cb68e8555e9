package org.entente.catalog.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspicionsTest {
    private static final UUID RELEASE = new UUID(0, 1);

    private final Suspicions suspicions = new Suspicions();

    @Test
    void fallOnNobodyWithoutEvidence() {
        suspicions.add(RELEASE, List.of());

        assertThat(suspicions.founded()).isEmpty();
    }

    @Test
    void fallOnNobodyWhoAgreesAsDiceMay() {
        suspicions.add(RELEASE, List.of(evidence(1e-5)));

        assertThat(suspicions.founded()).isEmpty();
    }

    @Test
    void fallOnWhoeverAgreesBeyondThat() {
        suspicions.add(RELEASE, List.of(evidence(1e-9), evidence(0.5)));

        assertThat(suspicions.founded())
                .extracting(Suspicions.Suspicion::release)
                .containsExactly(RELEASE);
    }

    @Test
    void areWeakerTheMoreWereLookedAt() {
        suspicions.add(RELEASE, List.of(evidence(1e-9)));
        IntStream.range(0, 10_000).forEach(other -> suspicions.add(new UUID(1, other), List.of(evidence(0.5))));

        List<Suspicions.Suspicion> founded = suspicions.founded();

        assertThat(founded).isEmpty();
    }

    @Test
    void surestComesFirst() {
        suspicions.add(new UUID(0, 2), List.of(evidence(1e-9)));
        suspicions.add(RELEASE, List.of(Suspicions.exact("wrapper")));

        List<Suspicions.Suspicion> founded = suspicions.founded();

        assertThat(founded).extracting(Suspicions.Suspicion::release).containsExactly(RELEASE, new UUID(0, 2));
    }

    private static Trace.Evidence evidence(double chance) {
        return new Trace.Evidence("typography", 10, 10, chance);
    }
}
