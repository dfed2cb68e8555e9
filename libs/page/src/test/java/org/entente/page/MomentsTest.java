package org.entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2027-03-28T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T00:01:30Z, in 1 minute",
        "2027-03-28T03:00:00Z, in 3 hours",
        "2027-03-24T00:00:00Z, 4 days ago",
        "2027-03-28T00:00:20Z, in less than a minute"
    })
    void aDistanceIsToldInTheUnitThatMatters(Instant instant, String words) {
        String distance = Moments.from(instant, NOW);

        assertThat(distance).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28T00:01:30.123456Z, '28 Mar 2027, 00:01 UTC'", "never, never"})
    void aMomentIsToldToTheMinute(String instant, String words) {
        String moment = Moments.moment(instant);

        assertThat(moment).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H30M, 1 hour 30 minutes",
        "P30D, 30 days",
        "PT8S, 8 seconds",
        "PT0.09S, less than a second",
        "soon, soon"
    })
    void aSpanIsToldInFull(String duration, String words) {
        String span = Moments.span(duration);

        assertThat(span).isEqualTo(words);
    }
}
