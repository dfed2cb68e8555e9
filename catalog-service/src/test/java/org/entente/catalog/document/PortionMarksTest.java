package org.entente.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.entente.label.ExportControl;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.entente.label.NormalLabel;
import org.entente.label.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortionMarksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final MarkingPolicy NATIONAL = new MarkingPolicy(
            "XAA",
            List.of(
                    new MarkingPolicy.Level("OPEN", "UNCLASSIFIED"),
                    new MarkingPolicy.Level("RESERVED", "RESTRICTED"),
                    new MarkingPolicy.Level("RED", "CONFIDENTIAL"),
                    new MarkingPolicy.Level("STRICTLY SECRET", "TOP-SECRET")),
            List.of());
    private static final Labels VOCABULARY =
            new Labels(MarkingPolicies.builtIn().with(NATIONAL), InformationCategories.builtIn());

    @Test
    void saysWhatTheMarkSaysAndNothingElse() {
        Label label = alliance()
                .read("(TS//ORION/LYRA//REL TO XAA, XBB//DISPLAY ONLY TRIO//OC//PR:XAA-AEROWORKS"
                        + "//EXP:EU/5A002//TLP:AMBER//CAT:sensitive)");

        assertThat(label)
                .isEqualTo(new Label(
                        "ALLIANCE",
                        "TOP-SECRET",
                        null,
                        null,
                        List.of("XAA", "XBB"),
                        List.of("TRIO"),
                        List.of("ORION", "LYRA"),
                        true,
                        List.of("XAA-AEROWORKS"),
                        List.of("sensitive"),
                        List.of(new ExportControl("EU", "5A002")),
                        Tlp.of("AMBER"),
                        null));
    }

    @Test
    void releasesNothingThatItDoesNotSay() {
        Label label = alliance().read("(S)");

        assertThat(label.releasableTo()).isNull();
        assertThat(label.displayableTo()).isNull();
        assertThat(label.categories()).containsExactly("situational-awareness");
    }

    @ParameterizedTest
    @CsvSource({
        "(U),UNCLASSIFIED",
        "(R),RESTRICTED",
        "(C),CONFIDENTIAL",
        "(S),SECRET",
        "(TS),TOP-SECRET",
        "(TOP-SECRET),TOP-SECRET",
        "( S ),SECRET"
    })
    void knowsLevelsByTheirInitials(String mark, String level) {
        Label label = alliance().read(mark);

        assertThat(label.classification()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"(O),OPEN", "(SS),STRICTLY SECRET", "(RED),RED", "(RESERVED),RESERVED"})
    void knowsLevelsOfNations(String mark, String level) {
        Label label = national().read(mark);

        assertThat(label.classification()).isEqualTo(level);
    }

    @Test
    void takesNoInitialsThatAreThoseOfTwoLevels() {
        assertThatThrownBy(() -> national().read("(R)")).isInstanceOf(LabelException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S",
                "(s)",
                "(X)",
                "(S",
                "()",
                "(S//)",
                "(S//REL)",
                "(S//REL )",
                "(S//REL XAA,,XBB)",
                "(S//REL XAA//REL XBB)",
                "(S//NF//REL XBB)",
                "(S//NF//DISPLAY XBB)",
                "(S//OC//ORCON)",
                "(S//orion)",
                "(S//RELEASE XBB)",
                "(S//EXP:5A002)",
                "(S//TLP:PINK)",
                "(S//TLP:RED,AMBER)",
                "(S//PR:)",
                "(S//CAT:)",
                "(S//ORION//LYRA)"
            })
    void refusesWhatIsNoMark(String mark) {
        assertThatThrownBy(() -> alliance().read(mark)).isInstanceOf(LabelException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(U//REL ALL)",
                "(S//NF)",
                "(S//REL XAA,XBB)",
                "(S//DISPLAY XAA,XBB)",
                "(S//REL XAA,XBB//DISPLAY ALL)",
                "(TS//ALLIANCE:LYRA/ALLIANCE:ORION//NF//OC//PR:XAA-AEROWORKS//EXP:EU/5A002//TLP:RED)"
            })
    void writesWhatItReads(String mark) {
        String written =
                new MarkWriter(VOCABULARY, null).write(normal(alliance().read(mark)));

        assertThat(written).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(S//REL XAA,XBB,XCC);(S//REL XAA,XBB)",
                "(S//REL XAA,XCC//DISPLAY XBB,XDD);(S//DISPLAY XAA,XBB)",
                "(U//REL ALL);(U//REL ALL)"
            })
    void namesNoOtherNationToAReader(String mark, String shown) {
        String written =
                new MarkWriter(VOCABULARY, "XBB").write(normal(alliance().read(mark)));

        assertThat(written).isEqualTo(shown);
    }

    private static NormalLabel normal(Label label) {
        return VOCABULARY.normalise(label, "XAA", NOW);
    }

    private static MarkReader alliance() {
        return reader("ALLIANCE", "RESTRICTED");
    }

    private static MarkReader national() {
        return reader("XAA", "OPEN");
    }

    private static MarkReader reader(String policy, String level) {
        Label defaults = new Label(
                policy,
                level,
                null,
                null,
                List.of("XCC"),
                List.of("*"),
                List.of("VEGA"),
                true,
                null,
                List.of("situational-awareness"),
                null,
                null,
                null);
        return new MarkReader(defaults, VOCABULARY.policies());
    }
}
