package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final Instant TIME = Instant.ofEpochSecond(1679315147);
    private static final String PEM = SigningKey.generate();
    private static final Cosigner WITNESS = Cosigner.parse("witness.example/w1", PEM);
    private static final SigningKey LOG = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final SignedCheckpoint SIGNED =
            SignedCheckpoint.sign(new Checkpoint(LOG.name(), 3, Trees.rootOf(Trees.leaves(3))), LOG);

    @Test
    void aCosignatureVerifiesAndTellsItsTime() {
        NoteSignature cosignature = WITNESS.cosign(SIGNED, TIME);

        assertThat(SIGNED.with(List.of(cosignature)).note().verify(WITNESS.verifierKey()))
                .isEqualTo(Verdict.verified());
        assertThat(cosignature.time()).contains(TIME);
        assertThat(SIGNED.note().signatures().get(0).time()).isEmpty();
    }

    /** C2SP tlog-cosignature: the message is two lines and the whole text of the checkpoint. */
    @Test
    void theSignedMessageIsThatOfTheSpecification() {
        String message = "cosignature/v1\ntime 1679315147\n" + SIGNED.note().text();
        byte[] expected = SigningKey.parse("witness.example/w1", PEM).sign(message);
        byte[] line = Base64.getDecoder()
                .decode(WITNESS.cosign(SIGNED, TIME).line().strip().split(" ")[2]);

        assertThat(Arrays.copyOfRange(line, 12, line.length)).isEqualTo(expected);
        assertThat(Arrays.copyOfRange(line, 4, 12)).isEqualTo(new byte[] {0, 0, 0, 0, 0x64, 0x18, 0x50, (byte) 0xcb});
    }

    @Test
    void theKeyIdIsOfSignatureTypeFour() {
        byte[] raw = WITNESS.verifierKey().raw();
        byte[] name = "witness.example/w1\n".getBytes(StandardCharsets.UTF_8);
        byte[] hashed = Arrays.copyOf(name, name.length + 33);
        hashed[name.length] = 4;
        System.arraycopy(raw, 0, hashed, name.length + 1, 32);
        byte[] digest = Hash.sha256().digest(hashed);

        assertThat(WITNESS.verifierKey().id()).isEqualTo(ByteBuffer.wrap(digest).getInt());
        assertThat(VerifierKey.parseWitness(WITNESS.verifierKey().toString())).isEqualTo(WITNESS.verifierKey());
    }

    @Test
    void aKeyOfOneKindIsNoneOfTheOther() {
        assertThatThrownBy(() -> VerifierKey.parse(WITNESS.verifierKey().toString()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> VerifierKey.parseWitness(LOG.verifierKey().toString()))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void anotherTextTimeOrKeyIsRefused() {
        NoteSignature cosignature = WITNESS.cosign(SIGNED, TIME);
        SignedCheckpoint other = SignedCheckpoint.sign(new Checkpoint(LOG.name(), 4, Hash.EMPTY_TREE), LOG);
        Cosigner another = Cosigner.parse("witness.example/w1", SigningKey.generate());

        assertThat(other.with(List.of(cosignature)).note().verify(WITNESS.verifierKey()))
                .isEqualTo(Verdict.refused(Reason.SIGNATURE_INVALID));
        assertThat(SIGNED.with(List.of(cosignature)).note().verify(another.verifierKey()))
                .isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
        byte[] line = Base64.getDecoder().decode(cosignature.line().strip().split(" ")[2]);
        for (int position = 4; position < line.length; position++) {
            byte[] changed = line.clone();
            changed[position] ^= 1;
            String text = "— witness.example/w1 " + Base64.getEncoder().encodeToString(changed) + "\n";
            assertThat(SIGNED.with(Note.parseSignatures(text)).note().verify(WITNESS.verifierKey()))
                    .isEqualTo(Verdict.refused(Reason.SIGNATURE_INVALID));
        }
    }

    @Test
    void aCosignatureWithoutTimeIsNone() {
        NoteSignature timeless = WITNESS.cosign(SIGNED, Instant.EPOCH);

        assertThat(SIGNED.with(List.of(timeless)).note().verify(WITNESS.verifierKey()))
                .isEqualTo(Verdict.refused(Reason.SIGNATURE_INVALID));
    }

    @Test
    void anUnknownWitnessChangesNothingForTheLogsSignature() {
        assertThat(SIGNED.with(List.of(WITNESS.cosign(SIGNED, TIME))).verify(LOG.verifierKey()))
                .isEqualTo(Verdict.verified());
    }
}
