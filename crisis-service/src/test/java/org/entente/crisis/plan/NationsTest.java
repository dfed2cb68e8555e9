package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"XAA", "XZZ", "AAA", "AAZ", "QMA", "QZZ", "ZZA", "ZZZ", "ISL"})
    void areAssignedOrUserAssigned(String code) {
        assertThat(Nations.isCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xbb", "XB", "XBBB", "ABB", "QLZ", "ZYZ", "TRIO", "*", "X1B"})
    void areNothingElse(String code) {
        assertThat(Nations.isCode(code)).isFalse();
    }
}
