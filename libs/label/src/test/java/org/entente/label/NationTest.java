package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationTest {

    @ParameterizedTest
    @ValueSource(strings = {"FRA", "DEU", "USA", "AAA", "AAZ", "QMA", "QZZ", "XAA", "XKX", "XZZ", "ZZA", "ZZZ"})
    void knowsAssignedAndUserAssignedCodes(String code) {
        assertThat(Nation.isNation(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "XA", "XAAA", "xaa", "Xaa", "ABA", "QLZ", "ZYZ", "X1A", "ÄÄÄ", "TRIO", "SUN"})
    void knowsNoOthers(String code) {
        assertThat(Nation.isNation(code)).isFalse();
    }
}
