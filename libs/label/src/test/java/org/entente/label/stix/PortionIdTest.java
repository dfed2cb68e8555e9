package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionIdTest {

    @ParameterizedTest
    @CsvSource({
        "tool--1, tool--1, , ",
        "tool--1#aliases.[0], tool--1, , aliases.[0]",
        "tool--1@2026-01-01T00:00:00Z, tool--1, 2026-01-01T00:00:00Z, ",
        "tool--1@2026-01-01T00:00:00Z#name, tool--1, 2026-01-01T00:00:00Z, name"
    })
    void isReadAsItIsWritten(String text, String objectId, String version, String selector) {
        PortionId id = PortionId.parse(text);

        assertThat(id).isEqualTo(new PortionId(objectId, version, selector)).hasToString(text);
    }
}
