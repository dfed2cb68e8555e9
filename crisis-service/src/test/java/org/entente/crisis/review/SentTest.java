package org.entente.crisis.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"a": 1, "b": {"c": 2}} | {"a": 3}         | {"a": 3, "b": {"c": 2}}
        {"a": 1, "b": {"c": 2}} | {"b": {"c": 4}}  | {"a": 1, "b": {"c": 4}}
        {"a": 1, "b": 2}        | {"b": null}      | {"a": 1}
        {"a": 1}                | {"b": {"c": 1}}  | {"a": 1, "b": {"c": 1}}
        """)
    void aDraftIsTheDocumentWithChanges(String document, String patch, String merged) throws Exception {
        var draft = Sent.merged(JSON, JSON.readTree(document), JSON.readTree(patch));

        assertThat(draft).isEqualTo(JSON.readTree(merged));
    }
}
