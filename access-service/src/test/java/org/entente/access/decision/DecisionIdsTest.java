package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionIdsTest {
    private static final long SOME_TIME = 1_795_000_000_000L;

    @Test
    void isOfVersionSevenAndTheVariantOfTheStandard() {
        // when
        UUID id = DecisionIds.at(SOME_TIME);

        // then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsItsTime() {
        // when
        UUID id = DecisionIds.at(SOME_TIME);

        // then
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(SOME_TIME);
    }

    @Test
    void sortsByTimeAsText() {
        // when
        String earlier = DecisionIds.at(SOME_TIME).toString();
        String later = DecisionIds.at(SOME_TIME + 1).toString();

        // then
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void isNeverTheSameTwice() {
        // when
        Set<UUID> ids = new HashSet<>(
                Stream.generate(() -> DecisionIds.at(SOME_TIME)).limit(10_000).toList());

        // then
        assertThat(ids).hasSize(10_000);
    }
}
