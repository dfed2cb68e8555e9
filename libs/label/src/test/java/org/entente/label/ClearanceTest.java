package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearanceTest {

    @Test
    void isReadFromAClaim() {
        assertThat(Clearance.parse("ALLIANCE:TOP-SECRET:ORION:LYRA"))
                .isEqualTo(new Clearance("ALLIANCE", "TOP-SECRET", List.of("ORION", "LYRA")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ALLIANCE", "ALLIANCE:", ":SECRET", "ALLIANCE:SECRET:", "ALLIANCE::ORION", "A:S:\u0007"})
    void isNotReadFromAnotherForm(String claim) {
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> Clearance.parse(claim));
    }

    @Test
    void isReadFromJson() {
        assertThat(Clearance.of(Json.of("{'policy':'ALLIANCE','classification':'SECRET','compartments':['ORION']}")))
                .isEqualTo(Clearance.parse("ALLIANCE:SECRET:ORION"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'policy':'ALLIANCE'}                                               | /classification",
                "{'policy':'ALLIANCE','classification':'SECRET','level':1}           | /level",
                "{'policy':'ALLIANCE','classification':'SECRET','compartments':[1]}  | /compartments/0"
            })
    void isNotReadFromOtherJson(String json, String pointer) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> Clearance.of(Json.of(json)))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }
}
