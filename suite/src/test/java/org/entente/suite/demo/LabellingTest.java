package org.entente.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class LabellingTest {

    @Test
    void labelsTheTypesThatOccurAndNoOthers() {
        // given
        JsonNode bundle = SampleBundle.read();

        // when
        ObjectNode labels = Labelling.ofDemo().labelsByType(bundle);

        // then
        assertThat(labels.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "campaign",
                        "domain-name",
                        "file",
                        "identity",
                        "indicator",
                        "intrusion-set",
                        "ipv4-addr",
                        "malware",
                        "note",
                        "relationship",
                        "report",
                        "threat-actor");
    }

    @Test
    void whatIsSensitiveStaysAboveWhatTheDemoGrants() {
        // given
        JsonNode label = Labelling.ofDemo().labelsByType(SampleBundle.read()).path("threat-actor");

        // when
        String text = label.toString();

        // then
        assertThat(text).contains("SECRET", "sensitive").doesNotContain("releasableTo");
    }
}
