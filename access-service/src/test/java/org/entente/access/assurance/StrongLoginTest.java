package org.entente.access.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrongLoginTest {
    private static final StrongActs ACTS = () -> "otp";

    @ParameterizedTest
    @CsvSource({
        "/access/agreements/5f0c/consents,",
        "/access/house-rules/agency/versions/2/approval, otp",
        "/access/partners/XBB/restorations/5f0c/approval, otp",
        "/access/partners/XBB/restorations/5f0c/approval/, otp",
        "/access/pages/partners/XBB/restorations/5f0c/approval, otp",
        "/access/agreements/5f0c/consents/withdrawal,",
        "/access/agreements/5f0c/end,",
        "/access/agreements,",
        "/access/house-rules,"
    })
    void anActTakesTheLoginThatIsSetForIt(String path, String level) {
        Optional<String> needed = StrongLogin.needed(path, ACTS);

        assertThat(needed).isEqualTo(Optional.ofNullable(level));
    }
}
