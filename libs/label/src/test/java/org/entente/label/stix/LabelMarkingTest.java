package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.entente.label.Label;
import org.entente.label.Tlp;
import org.junit.jupiter.api.Test;

class LabelMarkingTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T10:00:00.123456Z");

    @Test
    void givesAnObjectTheLabelThatItWasMadeOf() {
        Label label = Label.of("ALLIANCE", "SECRET").withTlp(Tlp.AMBER_STRICT);
        ObjectNode marking = LabelMarking.of(label, CREATED);

        List<Portion> portions = Bundles.portions(Bundles.bundle(
                Bundles.object(
                        "tool",
                        "000000000001",
                        ",'object_marking_refs':['" + marking.get("id").textValue() + "']"),
                marking.toString()));

        assertThat(portions.get(0).label()).isEqualTo(label);
    }

    @Test
    void hasOneIdPerLabel() {
        String one = id(Label.of("ALLIANCE", "SECRET"));

        assertThat(one)
                .matches("marking-definition--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(id(Label.of("ALLIANCE", "SECRET"))).isEqualTo(one);
        assertThat(id(Label.of("ALLIANCE", "RESTRICTED"))).isNotEqualTo(one);
    }

    @Test
    void isCreatedAtAMillisecond() {
        assertThat(LabelMarking.of(Bundles.DEFAULT, CREATED).get("created").textValue())
                .isEqualTo("2026-11-23T10:00:00.123Z");
    }

    private static String id(Label label) {
        return LabelMarking.of(label, CREATED).get("id").textValue();
    }
}
