package org.entente.audit.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.entente.audit.investigation.Agreements.Agreed;
import org.junit.jupiter.api.Test;

class AgreementsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void partiesAndConsequencesAreReadWhereverTheTermsStand() throws Exception {
        // given
        String event =
                "{\"partner\":\"XBB\",\"data\":{\"partner\":\"XBB\",\"parties\":[\"XBB\",\"XCC\",7],\"undertakings\":"
                        + "{\"consequences\":[{\"severity\":\"grave\",\"steps\":[\"public-statement\",\"termination\"]}]}}}";

        // when
        Agreed agreed = Agreements.of(JSON.readTree(event));

        // then
        assertThat(agreed.parties()).containsExactly("XBB", "XCC");
        assertThat(agreed.says(Severity.GRAVE, "public-statement")).isTrue();
        assertThat(agreed.says(Severity.MINOR, "public-statement")).isFalse();
    }

    @Test
    void anAgreementFromBeforeUndertakingsHasItsPartner() throws Exception {
        // given
        String event = "{\"partner\":\"XBB\",\"data\":{\"title\":\"t\"}}";

        // when
        Agreed agreed = Agreements.of(JSON.readTree(event));

        // then
        assertThat(agreed.parties()).containsExactly("XBB");
        assertThat(agreed.says(Severity.GRAVE, "reminder")).isFalse();
    }
}
