package org.entente.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {

    // The example key and note of Go's sumdb/note, where the format comes from.
    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String NEUMANN_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final SigningKey KEY = SigningKey.parse("xaa.example/log", SigningKey.generate());
    private static final SigningKey OTHER = SigningKey.parse("xbb.example/witness", SigningKey.generate());

    @Test
    void theExampleOfTheFormatVerifies() {
        Note note = Note.parse(NEUMANN_NOTE);

        assertThat(note.verify(NEUMANN)).isEqualTo(Verdict.verified());
        assertThat(note).hasToString(NEUMANN_NOTE);
    }

    @Test
    void theExampleKeySignsTheExampleNote() {
        SigningKey key = SigningKey.parse(
                "PeterNeumann", pem("810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173"));

        Note note = Note.sign(Note.parse(NEUMANN_NOTE).text(), key);

        assertThat(key.verifierKey()).isEqualTo(NEUMANN);
        assertThat(note).hasToString(NEUMANN_NOTE);
    }

    @Test
    void thePublicKeyIsThatOfRfc8032Section71() {
        SigningKey key = SigningKey.parse("k", pem("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(key.verifierKey())
                .isEqualTo(VerifierKey.of(
                        "k",
                        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
    }

    @Test
    void everyFlippedBitIsRefused() {
        String note = Note.sign("one\n\ntwo\n", KEY).toString();

        for (String changed : Mutations.of(note)) {
            assertThat(isVerified(changed)).as(changed).isFalse();
        }
    }

    @Test
    void otherKeysSignaturesAreIgnored() {
        Note note = Note.parse(Note.sign("text\n", OTHER, KEY).toString());

        assertThat(note.verify(KEY.verifierKey())).isEqualTo(Verdict.verified());
        assertThat(note.verify(NEUMANN)).isEqualTo(Verdict.refused(Reason.KEY_UNKNOWN));
    }

    @Test
    void oneWrongSignatureOfAKnownKeySpoilsTheNote() {
        NoteSignature good = NoteSignature.of("text\n", KEY);
        NoteSignature wrong = NoteSignature.of("other\n", KEY);

        assertThat(new Note("text\n", List.of(good, wrong)).verify(KEY.verifierKey()))
                .isEqualTo(Verdict.refused(Reason.SIGNATURE_INVALID));
    }

    @Test
    void whatIsNotANoteIsMalformed() {
        String signature = NoteSignature.of("text\n", KEY).line();

        for (String malformed : List.of(
                "",
                "text\n",
                "text\n\n",
                "text\n" + signature,
                "text\n\n" + signature.strip(),
                "text\r\n\n" + signature,
                "te\u0000xt\n\n" + signature,
                "text\n\n" + signature.replace("— ", "- "),
                "text\n\n— name AAAA\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n" + signature.repeat(65))) {
            assertThatThrownBy(() -> Note.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void whatIsNotAVerifierKeyIsMalformed() {
        for (String malformed : List.of(
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcAA==",
                "PeterNeumann+c74f20a3+AhpcAA",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) {
            assertThatThrownBy(() -> VerifierKey.parse(malformed)).as(malformed).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void whatIsNotAPrivateKeyIsMalformedAndNotShown() {
        for (String malformed : List.of(
                "",
                "secret",
                pem("00"),
                SigningKey.generate().replace("PRIVATE", "PUBLIC"),
                "-----BEGIN PRIVATE KEY-----")) {
            assertThatThrownBy(() -> SigningKey.parse("k", malformed))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    private static boolean isVerified(String note) {
        try {
            return Note.parse(note).verify(KEY.verifierKey()).isVerified();
        } catch (MalformedException e) {
            return false;
        }
    }

    private static String pem(String seedHex) {
        byte[] encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + seedHex);
        return "-----BEGIN PRIVATE KEY-----\n" + StrictBase64.encode(encoded) + "\n-----END PRIVATE KEY-----\n";
    }
}
