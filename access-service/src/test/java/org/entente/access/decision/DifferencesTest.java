package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}                | {\"a\": 1}                | ",
                "{\"a\": 1}                | {\"a\": 2}                | /a",
                "{\"a\": {\"b\": [1, 2]}}  | {\"a\": {\"b\": [1, 3]}}  | /a/b/1",
                "{\"a\": [1, 2]}           | {\"a\": [1]}              | /a",
                "{\"a\": 1}                | {}                        | /a",
                "{}                        | {\"x/y~\": 1}             | /x~1y~0",
                "{\"a\": null}             | {\"a\": false}            | /a"
            })
    void areNamedAtTheSmallestValue(String one, String other, String pointer) {
        // when
        List<String> differences = Differences.between(World.json(one), World.json(other));

        // then
        assertThat(differences).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }
}
