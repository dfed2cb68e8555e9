package org.entente.catalog.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        Cursor cursor = new Cursor(
                Instant.parse("2026-11-23T10:00:00.123456Z"), UUID.fromString("9b2e5a10-0000-4000-8000-000000000001"));

        Cursor read = Cursor.parse(cursor.toString());

        assertThat(read).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "%%%", "AAAA", "__________________________________________"})
    void isRefusedIfItIsNotOurs(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("cursor"));
    }
}
