package org.entente.catalog.tearline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1} | {'a':1} | ''",
                "{'a':1,'b':2} | {'a':1} | /b: 2 -> null",
                "{'a':1} | {'a':1,'b':2} | /b: null -> 2",
                "{'a':{'x/y':1}} | {'a':{'x/y':2}} | /a/x~1y: 1 -> 2",
                "{'a':[1,2]} | {'a':[1,3]} | /a/1: 2 -> 3",
                "{'a':[1,2]} | {'a':[1]} | /a: [1,2] -> [1]",
                "{'b':1,'a':1} | {'b':2,'a':2} | /a: 1 -> 2; /b: 1 -> 2",
            })
    void namesEveryDifferenceInOrder(String before, String after, String expected) throws Exception {
        List<Change> changes =
                Change.between(json.readTree(before.replace('\'', '"')), json.readTree(after.replace('\'', '"')));

        assertThat(changes.stream()
                        .map(change -> change.at() + ": " + change.before() + " -> " + change.after())
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
    }
}
