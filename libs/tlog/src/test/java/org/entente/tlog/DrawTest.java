package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {

    private static final byte[] NONCE = new byte[Draw.NONCE_LENGTH];
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/audit/log", 1_000, Hash.EMPTY_TREE);

    @Test
    void whoeverKnowsTheSeedDrawsTheSameAgain() {
        // given
        List<Long> first = new Draw(NONCE, CHECKPOINT, 0, 1_000).next(50);

        // when
        Draw again = new Draw(NONCE, CHECKPOINT, 0, 1_000);

        // then
        assertThat(again.next(20)).isEqualTo(first.subList(0, 20));
        assertThat(again.next(30)).isEqualTo(first.subList(20, 50));
    }

    @Test
    void theFirstNumberIsWhatTheSpecificationSays() throws Exception {
        // given
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(("entente-draw/1\n" + CHECKPOINT.text()).getBytes(StandardCharsets.UTF_8));
        byte[] seed = sha256.digest(NONCE);
        sha256.update(seed);
        byte[] number = sha256.digest(ByteBuffer.allocate(8).putLong(0).array());
        long expected = new BigInteger(1, number).mod(BigInteger.valueOf(900)).longValueExact();

        // when
        Draw draw = new Draw(NONCE, CHECKPOINT, 100, 1_000);

        // then
        assertThat(draw.seed()).isEqualTo(Base64.getEncoder().encodeToString(seed));
        assertThat(draw.next(1)).containsExactly(100 + expected);
    }

    @Test
    void everyEntryIsDrawnOnceAndNoneOutside() {
        // given
        Draw draw = new Draw(NONCE, CHECKPOINT, 10, 74);

        // when
        List<Long> all = draw.next(1_000);

        // then
        assertThat(all).hasSize(64).doesNotHaveDuplicates().allMatch(index -> index >= 10 && index < 74);
        assertThat(draw.next(1)).isEmpty();
    }

    @Test
    void anotherNonceOrCheckpointDrawsOtherwise() {
        // given
        byte[] other = NONCE.clone();
        other[31] = 1;
        Checkpoint larger = new Checkpoint(CHECKPOINT.origin(), 1_001, Hash.EMPTY_TREE);

        // when
        List<Long> drawn = new Draw(NONCE, CHECKPOINT, 0, 1_000).next(10);

        // then
        assertThat(new Draw(other, CHECKPOINT, 0, 1_000).next(10)).isNotEqualTo(drawn);
        assertThat(new Draw(NONCE, larger, 0, 1_000).next(10)).isNotEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "10, 10", "0, 1001"})
    void nothingIsDrawnFromWhatIsNotInTheTree(long first, long end) {
        assertThatThrownBy(() -> new Draw(NONCE, CHECKPOINT, first, end)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aNonceIs32BytesInOneText() {
        assertThat(Draw.parse(Base64.getEncoder().encodeToString(NONCE))).isEqualTo(NONCE);
        assertThatThrownBy(() -> Draw.parse("AAAA")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Draw.parse("?")).isInstanceOf(MalformedException.class);
        assertThat(Draw.commitment(NONCE)).isEqualTo("Zmh6rfhivXdsj8GLjp+OIAiXFIVu4jOzkCpZHQ1fKSU=");
    }
}
