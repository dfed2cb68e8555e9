package org.entente.label.stanag4774;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.stanag4774.ConfidentialityLabel.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialityLabelTest {

    private static final Instant REVIEW = Instant.parse("2027-11-23T10:00:00Z");
    private static final Label FULL = Documents.label(Documents.resource("full.json"));

    @Test
    void isWrittenInOneForm() {
        // given
        var remarks = List.of(new Remark("Administrative", List.of("PERSONAL")));
        var label = new ConfidentialityLabel(FULL, Documents.CREATED, REVIEW, remarks);

        // when
        String xml = label.xml();

        // then: as in the file, but for the white space between the elements
        assertThat(xml)
                .isEqualTo(
                        Documents.resource("full.xml").replaceAll("\\n *<", "<").replaceFirst(">", ">\n"));
    }

    @Test
    void isReadAsItWasWritten() {
        // given
        String document = Documents.resource("full.xml");

        // when
        var read = Documents.parse(document);

        // then
        assertThat(read.label().canonical()).isEqualTo(FULL.canonical());
        assertThat(read.created()).isEqualTo(Documents.CREATED);
        assertThat(read.review()).isEqualTo(REVIEW);
        assertThat(read.remarks()).containsExactly(new Remark("Administrative", List.of("PERSONAL")));
    }

    @Test
    void isReadHoweverAnotherToolWritesIt() {
        // given
        String document = Documents.resource("foreign.xml");

        // when
        var read = Documents.parse(document);

        // then
        assertThat(read.label())
                .isEqualTo(Documents.label(
                        "{'policy':'ALLIANCE','classification':'TOP-SECRET','releasableTo':['XBB','XCC','XDD']}"));
        assertThat(read.created()).isEqualTo("2026-09-26T12:00:00.500Z");
        assertThat(read.review()).isEqualTo("2031-09-26T00:00:00Z");
        assertThat(read.remarks()).containsExactly(new Remark("Administrative", List.of("STAFF")));
    }

    @Test
    void isTheSameForTheSameLabelInAnotherOrder() {
        // given
        var one = Documents.label("{'policy':'P','classification':'C','releasableTo':['XCC','XBB','XCC']}");
        var other = Documents.label("{'classification':'C','policy':'P','releasableTo':['XBB','XCC']}");

        // when
        String xml = Documents.of(one).xml();

        // then
        assertThat(xml).isEqualTo(Documents.of(other).xml());
    }

    @Test
    void tellsAbsentFromEmpty() {
        // given
        var absent = Documents.of(Label.of("ALLIANCE", "SECRET"));
        var empty = Documents.of(Documents.label(
                "{'policy':'ALLIANCE','classification':'SECRET','releasableTo':[],'exportControls':[]}"));

        // when
        List<Label> read = List.of(
                Documents.parse(absent.xml()).label(),
                Documents.parse(empty.xml()).label());

        // then
        assertThat(read).containsExactly(absent.label(), empty.label());
    }

    @Test
    void keepsWhiteSpaceInRemarks() {
        // given
        var remarks = List.of(new Remark("Two\tparts", List.of(" one\r\n\ttwo ", "")));
        var label = new ConfidentialityLabel(FULL, Documents.CREATED, null, remarks);

        // when
        var read = Documents.parse(label.xml());

        // then
        assertThat(read.remarks()).isEqualTo(remarks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A  B", " A", "", "A\u0000", "A\uD800", "A\uFFFE", "A\tB"})
    void isNotWrittenWhereXmlWouldChangeIt(String level) {
        var label = Documents.of(Label.of("ALLIANCE", level));

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(label::xml)
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/label/classification"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void isNotWrittenWithDatesThatXmlDoesNotHave(String created) {
        var label = new ConfidentialityLabel(FULL, Instant.parse(created), null, List.of());

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(label::xml)
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Releasable To", "TLP"})
    void isNotWrittenWithARemarkThatLooksLikeAMarking(String tag) {
        var remarks = List.of(new Remark(tag, List.of("XCC")));
        var label = new ConfidentialityLabel(FULL, Documents.CREATED, null, remarks);

        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(label::xml)
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/remarks/0/tag"));
    }
}
