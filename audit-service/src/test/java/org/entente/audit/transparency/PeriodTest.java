package org.entente.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @Test
    void aQuarterHasThreeMonthsAndAYearTwelve() {
        assertThat(new Period(2026, 4).from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(new Period(2026, 4).until()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(new Period(2026, 0).until()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q1", "2999-Q4"})
    void aPeriodIsReadAsItIsWritten(String text) {
        assertThat(Period.read(text)).map(Period::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-Q0", "2026-q1", "1999", "2026-Q1 ", "../2026"})
    void anythingElseIsNone(String text) {
        assertThat(Period.read(text)).isEmpty();
    }
}
