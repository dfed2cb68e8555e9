package org.entente.crisis.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignatureTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{\"indicator\": \"grid\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

    @ParameterizedTest(name = "{0} seconds off → {1}")
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void isGoodForAWhile(long off, boolean isGood) {
        String timestamp = Long.toString(NOW.getEpochSecond() + off);
        String signature = WebhookSignature.of(SECRET, timestamp, BODY);

        assertThat(WebhookSignature.isGood(SECRET, timestamp, signature, BODY, NOW))
                .isEqualTo(isGood);
    }

    @Test
    void isOfTimeAndBodyTogether() {
        String timestamp = Long.toString(NOW.getEpochSecond());
        String signature = WebhookSignature.of(SECRET, timestamp, BODY);
        String later = Long.toString(NOW.getEpochSecond() + 1);

        assertThat(WebhookSignature.isGood(SECRET, later, signature, BODY, NOW)).isFalse();
        assertThat(WebhookSignature.isGood(SECRET, timestamp, signature, new byte[0], NOW))
                .isFalse();
        assertThat(WebhookSignature.isGood(BODY, timestamp, signature, BODY, NOW))
                .isFalse();
        assertThat(WebhookSignature.isGood(SECRET, timestamp, null, BODY, NOW)).isFalse();
        assertThat(WebhookSignature.isGood(SECRET, "now", signature, BODY, NOW)).isFalse();
        assertThat(WebhookSignature.isGood(SECRET, "", signature, BODY, NOW)).isFalse();
    }
}
