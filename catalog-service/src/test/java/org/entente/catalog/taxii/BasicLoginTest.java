package org.entente.catalog.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.catalog.taxii.BasicLogin.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicLoginTest {

    @Test
    void aSecretMayHoldColons() {
        assertThat(Credentials.of("Basic " + base64("xbb-sensor:a:b"))).contains(new Credentials("xbb-sensor", "a:b"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic ???", "Bearer eHh4Onl5eQ==", "Basic eHh4", "Basic Onl5eQ=="})
    void whatIsNoneOfThisSchemeIsLeftAlone(String header) {
        assertThat(Credentials.of(header)).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
