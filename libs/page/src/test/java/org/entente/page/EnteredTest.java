package org.entente.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aFieldThatWasLeftEmptyIsAbsent(String entered) {
        Instant instant = Entered.instant("until", entered);

        assertThat(instant).isNull();
    }

    @Test
    void aDayBeginsAtMidnight() {
        Instant instant = Entered.instant("until", "2027-03-28");

        assertThat(instant).isEqualTo("2027-03-28T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30", "tomorrow", "2027-03-28T25:00:00Z"})
    void whatIsNoDayNamesItsField(String entered) {
        assertThatThrownBy(() -> Entered.instant("until", entered))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void wordsAreApartByCommasOrSpace() {
        List<String> words = Entered.words(" cyber-defence, crisis-response\ncyber-defence ");

        assertThat(words).containsExactly("cyber-defence", "crisis-response");
    }

    @Test
    void aSpanIsSoManyOfAUnit() {
        Duration span = Entered.span("duration", "90", "minutes");

        assertThat(span).isEqualTo(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @CsvSource({"soon, minutes", "3, fortnights"})
    void aSpanOfNothingKnownNamesItsField(String count, String unit) {
        assertThatThrownBy(() -> Entered.span("duration", count, unit))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
