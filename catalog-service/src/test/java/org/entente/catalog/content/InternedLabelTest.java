package org.entente.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.entente.label.Label;
import org.junit.jupiter.api.Test;

class InternedLabelTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isTheSameHoweverTheLabelIsWritten() throws Exception {
        Label one = label("{\"policy\":\"ALLIANCE\",\"classification\":\"SECRET\",\"releasableTo\":[\"XBB\",\"XCC\"]}");
        Label other = label("{\"classification\":\"SECRET\",\"releasableTo\":[\"XCC\",\"XBB\",\"XBB\"],"
                + "\"originator\":\"XAA\",\"policy\":\"ALLIANCE\"}");

        assertThat(InternedLabel.of(one, "XAA", json)).isEqualTo(InternedLabel.of(other, "XAA", json));
    }

    @Test
    void namesTheOriginatorOfEveryPart() {
        Label label = Label.of("ALLIANCE", "SECRET").and(Label.of("ALLIANCE", "RESTRICTED"));

        InternedLabel interned = InternedLabel.of(label, "XAA", json);

        assertThat(interned.json(json).path("originator").asText()).isEqualTo("XAA");
        assertThat(interned.json(json).at("/also/0/originator").asText()).isEqualTo("XAA");
    }

    @Test
    void keepsAnOriginatorThatIsNamed() throws Exception {
        Label label = label("{\"policy\":\"ALLIANCE\",\"classification\":\"SECRET\",\"originator\":\"XBB\"}");

        InternedLabel interned = InternedLabel.of(label, "XAA", json);

        assertThat(interned.json(json).path("originator").asText()).isEqualTo("XBB");
    }

    @Test
    void noticesAnotherDocument() {
        InternedLabel interned = InternedLabel.of(Label.of("ALLIANCE", "SECRET"), "XAA", json);
        InternedLabel changed =
                new InternedLabel(interned.id(), interned.document().replace("SECRET", "RESTRICTED"));

        assertThatThrownBy(changed::requireIntact).isInstanceOf(IntegrityException.class);
    }

    private Label label(String text) throws Exception {
        return Label.of(json.readTree(text));
    }
}
