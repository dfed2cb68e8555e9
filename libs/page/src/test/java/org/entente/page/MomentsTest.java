package org.entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2027-03-28T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T00:01:30Z, in 1 minutes",
        "2027-03-28T03:00:00Z, in 3 hours",
        "2027-03-24T00:00:00Z, 4 days ago",
        "never, ''"
    })
    void aDistanceIsToldInTheUnitThatMatters(String instant, String words) {
        String distance = Moments.distance(instant, NOW);

        assertThat(distance).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28T00:01:30.123456Z, '28 Mar 2027, 00:01 UTC'", "never, never"})
    void aMomentIsToldToTheMinute(String instant, String words) {
        String moment = Moments.minute(instant);

        assertThat(moment).isEqualTo(words);
    }
}
