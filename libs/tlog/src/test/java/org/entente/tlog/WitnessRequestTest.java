package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessRequestTest {

    private static final SigningKey LOG = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final HashReader HASHES = Trees.reader(Trees.leaves(9));
    private static final SignedCheckpoint SIGNED =
            SignedCheckpoint.sign(new Checkpoint(LOG.name(), 9, HASHES.root(9)), LOG);
    private static final WitnessRequest REQUEST =
            new WitnessRequest(5, ConsistencyProof.of(HASHES, 5, 9).path(), SIGNED);

    @Test
    void itIsWrittenAsTheSpecificationSaysAndReadAgain() {
        String body = REQUEST.toString();

        assertThat(body).startsWith("old 5\n").endsWith("\n\n" + SIGNED);
        assertThat(WitnessRequest.parse(body)).isEqualTo(REQUEST);
        assertThat(WitnessRequest.parse("old 0\n\n" + SIGNED).proof()).isEmpty();
    }

    @Test
    void aGrowthIsVerified() {
        assertThat(REQUEST.verify(HASHES.root(5))).isEqualTo(Verdict.verified());
        assertThat(REQUEST.verify(HASHES.root(4)).isVerified()).isFalse();
        assertThat(new WitnessRequest(0, REQUEST.proof(), SIGNED)
                        .verify(Hash.EMPTY_TREE)
                        .isVerified())
                .isFalse();
    }

    @Test
    void anEmptyTreeHasTheEmptyRoot() {
        SignedCheckpoint wrong = SignedCheckpoint.sign(new Checkpoint(LOG.name(), 0, HASHES.root(1)), LOG);

        assertThat(new WitnessRequest(0, List.of(), wrong)
                        .verify(Hash.EMPTY_TREE)
                        .isVerified())
                .isFalse();
    }

    @Test
    void anythingElseIsMalformed() {
        String hash = HASHES.root(1).toString();
        for (String body : List.of(
                "",
                "old 5\n",
                "old 05\n\n" + SIGNED,
                "old -1\n\n" + SIGNED,
                "old  5\n\n" + SIGNED,
                "new 5\n\n" + SIGNED,
                "old 5\nnonsense\n\n" + SIGNED,
                "old 5\n" + hash + "\r\n\n" + SIGNED,
                "old 5\n" + String.join("\n", Collections.nCopies(64, hash)) + "\n\n" + SIGNED,
                "old 5\n\n" + SIGNED.note().text())) {
            assertThatThrownBy(() -> WitnessRequest.parse(body)).as(body).isInstanceOf(MalformedException.class);
        }
    }
}
