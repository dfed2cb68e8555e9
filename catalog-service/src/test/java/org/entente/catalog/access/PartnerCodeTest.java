package org.entente.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerCodeTest {

    @ParameterizedTest(name = "{0}: of another than XAA {1}")
    @CsvSource({
        "XBB, true",
        "XBB-CERT, true",
        "XAA, false",
        "XAA-CERT, false",
        "xbb, false",
        "XBB-, false",
        "XBB-cert, false",
        "XBB-A, false",
        "XBBCERT, false",
        ", false"
    })
    void aPartnerIsANationOrAnOrganisationOfOne(String code, boolean isPartner) {
        assertThat(PartnerCode.isOfAnother(code, "XAA")).isEqualTo(isPartner);
    }

    @ParameterizedTest
    @CsvSource({"XBB, XBB", "XBB-CERT, XBB"})
    void labelsKnowItsNation(String code, String nation) {
        assertThat(PartnerCode.nationOf(code)).isEqualTo(nation);
    }
}
