package org.entente.crisis.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest(name = "{0}–{1} at {2}: over at {3}")
    @CsvSource(textBlock = """
        22:00, 06:00, 2026-11-23T21:59:59Z, 2026-11-23T21:59:59Z
        22:00, 06:00, 2026-11-23T22:00:00Z, 2026-11-24T06:00:00Z
        22:00, 06:00, 2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z
        22:00, 06:00, 2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z
        12:00, 14:00, 2026-11-23T11:00:00Z, 2026-11-23T11:00:00Z
        12:00, 14:00, 2026-11-23T13:00:00Z, 2026-11-23T14:00:00Z
        12:00, 14:00, 2026-11-23T14:00:00Z, 2026-11-23T14:00:00Z
        """)
    void areOverAtTheirEnd(LocalTime from, LocalTime until, Instant at, Instant over) {
        Instant end = new QuietHours("Z", from, until).over(at);

        assertThat(end).isEqualTo(over);
    }
}
