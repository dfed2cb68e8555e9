package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final int SIZE = 300;
    private static final int INDEX = 257;
    private static final String EVENT = "{\"id\":\"7\",\"partner\":\"XBB\",\"permitted\":12}";
    private static final String SALT = "A".repeat(43) + "=";

    @Test
    void verifiesWithTheKeyTextAlone() {
        String keyText = KEY.verifierKey().toString();

        assertThat(Receipt.verify(receipt(), VerifierKey.parse(keyText))).isEqualTo(Verdict.verified());
    }

    @Test
    void layoutOfTheEventDoesNotMatter() {
        String laidOut = receipt().replace(EVENT, "{ \"permitted\": 12.0, \"partner\": \"X\\u0042B\", \"id\": \"7\" }");

        assertThat(Receipt.verify(laidOut, KEY.verifierKey())).isEqualTo(Verdict.verified());
        assertThat(Receipt.parse(laidOut).event()).isEqualTo(EVENT);
    }

    @Test
    void everyFlippedBitIsRefused() {
        for (String changed : Mutations.of(receipt())) {
            assertThat(Receipt.verify(changed, KEY.verifierKey()).isVerified())
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void everyCutIsRefused() {
        String receipt = receipt();
        for (int length = 0; length < receipt.length(); length++) {
            assertThat(Receipt.verify(receipt.substring(0, length), KEY.verifierKey())
                            .isVerified())
                    .isFalse();
        }
    }

    @Test
    void saysWhichCheckFailed() {
        String receipt = receipt();

        assertThat(verdict("{}")).isEqualTo(Verdict.refused(Reason.MALFORMED));
        assertThat(verdict(receipt.replace("\"XBB\"", "\"XCC\"")))
                .isEqualTo(Verdict.refused(Reason.COMMITMENT_DIFFERS));
        assertThat(verdict(receipt.replace("entry/1", "entry/2"))).isEqualTo(Verdict.refused(Reason.FORMAT_UNKNOWN));
        assertThat(verdict(receipt.replace("\"index\":257", "\"index\":258")))
                .isEqualTo(Verdict.refused(Reason.INDEX_DIFFERS));
        assertThat(verdict(receipt.replace("257", "258"))).isEqualTo(Verdict.refused(Reason.ROOT_DIFFERS));
        assertThat(verdict(receipt.replace("index 257", "index 300").replace("\"index\":257", "\"index\":300")))
                .isEqualTo(Verdict.refused(Reason.INDEX_BEYOND_TREE));
        assertThat(Receipt.verify(
                        receipt,
                        SigningKey.parse(KEY.name(), SigningKey.generate()).verifierKey()))
                .isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
    }

    @Test
    void whatIsNotAProofIsMalformed() {
        String proof = proof().toString();

        assertThat(LogProof.parse(proof)).hasToString(proof);
        for (String malformed : List.of(
                "",
                "\n\n",
                proof.replace("@v1", "@v2"),
                proof.replace("@v1\n", "@v1\nextra \u00e9\n"),
                proof.replace("@v1\n", "@v1 \n"),
                proof.replace("index 257\n", ""),
                proof.replace("index 257", "index 0257"),
                proof.replace("index 257", "index -1"),
                proof.replace("index 257\n", "index 257\nAAAA\n"),
                proof.replace("index 257\n", "index 257\n" + (SALT + "\n").repeat(64)),
                proof.replace("\n\n", "\n"),
                proof.strip())) {
            assertThatThrownBy(() -> LogProof.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void extraDataIsKeptAndVouchedForByNobody() {
        String proof = proof().toString().replace("@v1\n", "@v1\nextra AQI=\n");

        LogProof parsed = LogProof.parse(proof);

        assertThat(parsed.extra()).hasValueSatisfying(extra -> assertThat(extra).containsExactly(1, 2));
        assertThat(parsed).hasToString(proof);
    }

    private static Verdict verdict(String receipt) {
        return Receipt.verify(receipt, KEY.verifierKey());
    }

    private static String entry() {
        byte[] salted = Hash.sha256().digest(("\0".repeat(32) + EVENT).getBytes(StandardCharsets.UTF_8));
        return "{\"commitment\":\"" + StrictBase64.encode(salted) + "\",\"format\":\"entente-entry/1\"}";
    }

    private static LogProof proof() {
        List<Hash> leaves = new ArrayList<>(Trees.leaves(SIZE));
        leaves.set(INDEX, Hash.leaf(entry().getBytes(StandardCharsets.UTF_8)));
        Checkpoint checkpoint = new Checkpoint(KEY.name(), SIZE, Trees.rootOf(leaves));
        return LogProof.of(
                InclusionProof.of(Trees.reader(leaves), INDEX, SIZE), SignedCheckpoint.sign(checkpoint, KEY));
    }

    private static String receipt() {
        return "{\"event\":" + EVENT + ",\"salt\":\"" + SALT + "\",\"entry\":" + entry() + ",\"index\":" + INDEX
                + ",\"proof\":\"" + proof().toString().replace("\n", "\\n") + "\"}";
    }
}
