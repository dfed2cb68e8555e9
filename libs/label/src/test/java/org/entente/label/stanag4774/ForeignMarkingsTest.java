package org.entente.label.stanag4774;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.label.stanag4774.Documents.category;
import static org.entente.label.stanag4774.Documents.document;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.label.LabelException;
import org.entente.label.stanag4774.ConfidentialityLabel.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An unknown marking is never ignored: what could restrict a reader and is not understood refuses the whole label. */
class ForeignMarkingsTest {

    private static final String ROOT = "/ConfidentialityLabel";
    private static final String INFORMATION = ROOT + "/ConfidentialityInformation";
    private static final String FIRST = INFORMATION + "/Category[1]";

    static Stream<Arguments> markings() {
        return Stream.of(
                refused(FIRST, category("RESTRICTIVE", "Additional Sensitivity", "ATOMAL")),
                refused(FIRST, category("PERMISSIVE", "Context", "NATO")),
                refused(FIRST, category("PERMISSIVE", "Only", "XBB")),
                refused(FIRST, category("RESTRICTIVE", "releasable to", "XBB")),
                refused(FIRST, category("RESTRICTIVE", "Releasable To ", "XBB")),
                refused(FIRST + "/@Type", category("INFORMATIVE", "Releasable To", "XBB")),
                refused(FIRST + "/@Type", category("INFORMATIVE", "Compartment", "ORION")),
                refused(FIRST + "/@Type", category("PERMISSIVE", "Compartment", "ORION")),
                refused(FIRST + "/@Type", category("permissive", "Releasable To", "XBB")),
                refused(FIRST + "/@Type", category("", "Releasable To", "XBB")),
                refused(FIRST + "/@TagName", category("INFORMATIVE", " ", "XBB")),
                refused(FIRST, category("RESTRICTIVE", "Handling", "BURN AFTER READING")),
                refused(FIRST, category("RESTRICTIVE", "Handling")),
                refused(FIRST, category("RESTRICTIVE", "TLP", "RED", "CLEAR")),
                refused(FIRST, category("INFORMATIVE", "Originator", "XAA", "XBB")),
                refused(FIRST, category("RESTRICTIVE", "Export Control", "5A002")),
                refused(FIRST, category("RESTRICTIVE", "Export Control", "E%55 5A002")),
                refused(FIRST, category("RESTRICTIVE", "Export Control", " 5A002")),
                refused(FIRST, category("RESTRICTIVE", "Further Label", "SECRET")),
                refused(FIRST, category("RESTRICTIVE", "Further Label", "{} {}")),
                refused("/label/tlp", category("RESTRICTIVE", "TLP", "WHITE")),
                refused(
                        "/label/also/0/classification",
                        category("RESTRICTIVE", "Further Label", "{&quot;policy&quot;:&quot;P&quot;}")),
                refused("/label/releasableTo/0", category("PERMISSIVE", "Releasable To", "X".repeat(129))),
                refused(
                        "/label/releasableTo",
                        category(
                                "PERMISSIVE",
                                "Releasable To",
                                Stream.generate(() -> "XBB").limit(2_001).toArray(String[]::new))),
                refused(
                        INFORMATION + "/Category[2]",
                        category("PERMISSIVE", "Releasable To", "XBB")
                                + category("PERMISSIVE", "Releasable To", "XCC")),
                refused(INFORMATION + "/PrivacyMark", "<PrivacyMark>MINIMUM</PrivacyMark>"),
                refused(
                        INFORMATION + "/Category/IntegerValue",
                        "<Category Type='RESTRICTIVE' TagName='Compartment'><IntegerValue>7</IntegerValue></Category>"),
                refused(
                        INFORMATION + "/Category/BitStringValue",
                        "<Category Type='RESTRICTIVE' TagName='Compartment'><BitStringValue>1</BitStringValue></Category>"),
                refused(FIRST, "<Category Type='RESTRICTIVE' TagName='Compartment'>ORION</Category>"),
                refused(
                        INFORMATION + "/Category/@Except",
                        "<Category Type='PERMISSIVE' TagName='Releasable To' Except='XBB'/>"));
    }

    @ParameterizedTest
    @MethodSource("markings")
    void refusesWhatItDoesNotUnderstand(String pointer, String categories) {
        refuses(pointer, document(categories));
    }

    static Stream<Arguments> documents() {
        String plain = document("");
        String date = "<CreationDateTime>2026-11-23T10:00:00Z</CreationDateTime>";
        String policy = "<PolicyIdentifier>ALLIANCE</PolicyIdentifier>";
        String succession = "<SuccessionHandling><SuccessionDateTime>2030-01-01T00:00:00Z</SuccessionDateTime>"
                + "</SuccessionHandling>";
        return Stream.of(
                refused(
                        "/alternativeConfidentialityLabel",
                        plain.replace("ConfidentialityLabel", "alternativeConfidentialityLabel")),
                refused(ROOT + "/SuccessionHandling", plain.replace(date, date + succession)),
                refused(ROOT + "/CreationDateTime", plain.replace(date, "")),
                refused(ROOT + "/CreationDateTime", plain.replace(date, date + date)),
                refused(ROOT + "/CreationDateTime", plain.replace("10:00:00Z", "10:00:00")),
                refused(ROOT + "/CreationDateTime", plain.replace("2026-11-23", "2026-02-30")),
                refused(ROOT + "/@ReviewDateTime", plain.replace("xmlns=", "ReviewDateTime='soon' xmlns=")),
                refused(ROOT + "/@lang", plain.replace("xmlns=", "lang='en' xmlns=")),
                refused(INFORMATION, plain.replace("<PolicyIdentifier>", "and<PolicyIdentifier>")),
                refused(INFORMATION + "/PolicyIdentifier", plain.replace(policy, "")),
                refused(
                        INFORMATION + "/PolicyIdentifier",
                        plain.replace("</Classification>", "</Classification>" + policy)),
                refused(INFORMATION + "/Classification", plain.replace("<Classification>SECRET</Classification>", "")),
                refused(
                        INFORMATION + "/Classification/@URI",
                        plain.replace("<Classification", "<Classification URI='urn:x'")),
                refused(INFORMATION + "/Classification/Category", plain.replace("SECRET", "<Category/>")),
                refused(
                        ROOT + "/OriginatorID/@Title",
                        plain.replace(date, "<OriginatorID Title='x'>a</OriginatorID>" + date)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refusesWhatIsNoLabelOfTheOriginator(String pointer, String document) {
        refuses(pointer, document);
    }

    @Test
    void keepsRemarksThatDecideNothing() {
        // given
        String document = document(
                category("INFORMATIVE", "Administrative", "STAFF", "PERSONAL") + category("INFORMATIVE", "Note"));

        // when
        var read = Documents.parse(document);

        // then
        assertThat(read.remarks())
                .containsExactly(
                        new Remark("Administrative", List.of("STAFF", "PERSONAL")), new Remark("Note", List.of()));
    }

    @Test
    void refusesRemarksWithoutEnd() {
        refuses(FIRST, document(category("INFORMATIVE", "Note", "x".repeat(1_000))));
        refuses(
                INFORMATION + "/Category[101]",
                document(IntStream.rangeClosed(1, 101)
                        .mapToObj(number -> category("INFORMATIVE", "Note " + number))
                        .reduce("", String::concat)));
    }

    private static void refuses(String pointer, String document) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> Documents.parse(document))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    private static Arguments refused(String pointer, String xml) {
        return Arguments.of(pointer, xml);
    }
}
