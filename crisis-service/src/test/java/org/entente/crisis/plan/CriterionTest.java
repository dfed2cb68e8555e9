package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Criterion criterion = new Criterion("ics-intrusion", 70, Duration.ofHours(1));

    @ParameterizedTest(name = "{0} at {1} → {2}")
    @CsvSource(textBlock = """
            70,  2026-11-23T10:00:00Z,        true
            100, 2026-11-23T09:30:00Z,        true
            70,  2026-11-23T09:00:00Z,        true
            69,  2026-11-23T10:00:00Z,        false
            0,   2026-11-23T10:00:00Z,        false
            100, 2026-11-23T08:59:59.999999Z, false
            100, 2026-11-23T10:00:00.000001Z, false
            """)
    void isMetBySignalsStrongAndRecentEnough(int value, Instant reported, boolean expected) {
        assertThat(criterion.isMetBy(value, reported, NOW)).isEqualTo(expected);
    }
}
