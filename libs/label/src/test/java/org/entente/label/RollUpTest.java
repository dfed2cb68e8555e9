package org.entente.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollUpTest {

    private static final Labels VOCABULARY = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());

    @Test
    void ofNothingIsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> RollUp.of(List.of()));
    }

    @Test
    void callsPortionsByTheirNames() {
        Map<String, NormalLabel> labels = new LinkedHashMap<>();
        labels.put("p1", normal("RESTRICTED", "'tlp':'GREEN'"));
        labels.put("p2", normal("SECRET", "'tlp':'RED'"));

        assertThat(RollUp.of(labels).reasons())
                .containsExactly("p2 is ALLIANCE SECRET, the highest.", "p2 is TLP:RED, the strictest.");
    }

    @Test
    void namesThreePortionsAndCountsTheOthers() {
        List<NormalLabel> labels = IntStream.rangeClosed(1, 6)
                .mapToObj(number ->
                        number == 1 ? normal("SECRET", "'tlp':null") : normal("SECRET", "'compartments':['ORION']"))
                .toList();

        assertThat(RollUp.of(labels).reasons())
                .containsExactly("Label 2, Label 3, Label 4 and 2 more need the compartment ALLIANCE:ORION.");
    }

    @Test
    void saysWhatIsOnlyShown() {
        RollUp rollUp = RollUp.of(List.of(
                normal("SECRET", "'displayableTo':['XBB','XCC']"), normal("SECRET", "'displayableTo':['XBB']")));

        assertThat(rollUp.reasons()).containsExactly("Label 2 is displayable to XAA, XBB only.");
    }

    @Test
    void staysQuickForManyLabelsThatShareNothing() {
        List<NormalLabel> labels = IntStream.range(0, 5_000)
                .mapToObj(number -> normal("SECRET", "'compartments':['A" + number + "','B" + number + "']"))
                .toList();

        RollUp rollUp = RollUp.of(labels);

        assertThat(rollUp.banner().compartments()).hasSize(10_000);
        assertThat(rollUp.reasons()).hasSize(101).endsWith("There are 9900 more reasons of that kind.");
    }

    private static NormalLabel normal(String level, String fields) {
        return VOCABULARY.normalise(
                Label.of(Json.of("{'policy':'ALLIANCE','classification':'" + level + "'," + fields + "}")),
                "XAA",
                Instant.EPOCH);
    }
}
