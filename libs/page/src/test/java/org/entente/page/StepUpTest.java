package org.entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpTest {

    @Test
    void isReadFromTheChallenge() {
        String challenge =
                "Bearer error=\"insufficient_user_authentication\", error_description=\"A stronger login is needed\","
                        + " acr_values=\"hardware\", max_age=\"300\"";

        Optional<StepUp> stepUp = StepUp.demanded(challenge);

        assertThat(stepUp).hasValue(new StepUp("hardware", "300"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer error=\"invalid_token\"", "DPoP acr_values=\"hardware\""})
    void isNotReadFromAnother(String challenge) {
        Optional<StepUp> stepUp = StepUp.demanded(challenge);

        assertThat(stepUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "hardware.300"})
    void isWhatTheBrowserRemembers(String value) {
        Optional<StepUp> stepUp = StepUp.remembered(Cookie.cookie(StepUp.COOKIE, value));

        assertThat(stepUp.orElseThrow().cookie("/access/pages/", true).getValue())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hardware.", "hardware&prompt=none", "HARDWARE", "hardware.99999999"})
    void isNothingThatWeHaveNotWritten(String value) {
        Optional<StepUp> stepUp = StepUp.remembered(Cookie.cookie(StepUp.COOKIE, value));

        assertThat(stepUp).isEmpty();
    }

    @Test
    void travelsInACookieThatNoScriptReads() {
        Cookie cookie = new StepUp("otp", null).cookie("/access/pages/", true);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/access/pages/");
    }
}
