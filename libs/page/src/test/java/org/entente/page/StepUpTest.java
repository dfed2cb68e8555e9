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

        assertThat(stepUp).hasValue(new StepUp("hardware", "300", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer error=\"invalid_token\"", "DPoP acr_values=\"hardware\""})
    void isNotReadFromAnother(String challenge) {
        Optional<StepUp> stepUp = StepUp.demanded(challenge);

        assertThat(stepUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "hardware.300", "otp@xbb", "hardware.300@xbb"})
    void isWhatTheBrowserRemembers(String value) {
        Optional<StepUp> stepUp = StepUp.remembered(Cookie.cookie(StepUp.COOKIE, value));

        assertThat(stepUp.orElseThrow().cookie("/access/pages/", true).getValue())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hardware.",
                "hardware&prompt=none",
                "HARDWARE",
                "hardware.99999999",
                "otp@",
                "otp@xbb&prompt=none"
            })
    void isNothingThatWeHaveNotWritten(String value) {
        Optional<StepUp> stepUp = StepUp.remembered(Cookie.cookie(StepUp.COOKIE, value));

        assertThat(stepUp).isEmpty();
    }

    @Test
    void travelsInACookieThatNoScriptReads() {
        Cookie cookie = new StepUp("otp", null, null).cookie("/access/pages/", true);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/access/pages/");
    }

    @Test
    void isGoneForAtTheProviderOfThePerson() {
        StepUp demanded = new StepUp("otp", "300", null);

        StepUp there = demanded.at("xbb");

        assertThat(StepUp.remembered(there.cookie("/access/pages/", true))).hasValue(there);
    }

    /** Else the browser would remember nothing, and be sent for the same login again and again. */
    @Test
    void forgetsAProviderThatCannotBeWritten() {
        StepUp demanded = new StepUp("otp", null, null);

        StepUp there = demanded.at("an ally; Path=/");

        assertThat(there).isEqualTo(demanded);
    }
}
