package org.entente.access.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.entente.access.vocabulary.Document;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final Statement STATEMENT = new Statement(
            Statement.Act.CONSENT,
            UUID.fromString("5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11"),
            null,
            2,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "XBB",
            "xbb-officer",
            "subject",
            Instant.parse("2026-06-15T12:00:00Z"));

    @Test
    void verifiesWithThePublicKeyAlone() {
        // given
        Seal seal = SealKey.seal(SigningKey.generate());
        String jws = seal.on(STATEMENT);
        PublicJwk published = PublicJwk.parse(seal.publicKey().document().toString());

        // when
        Statement verified = Signature.verified(jws, Signature.BY_SERVICE, published.key());

        // then
        assertThat(verified).isEqualTo(STATEMENT);
        assertThat(Signature.kid(jws)).isEqualTo(published.kid());
        String payload = new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(payload).isEqualTo(Document.write(STATEMENT));
    }

    @Test
    void isNotTakenForAnOfficersOwn() {
        // given
        Seal seal = SealKey.seal(SigningKey.generate());
        String jws = seal.on(STATEMENT);

        // then
        assertThatThrownBy(() -> Signature.verified(
                        jws, Signature.BY_OFFICER, seal.publicKey().key()))
                .isInstanceOf(RefusedSignatureException.class);
    }

    @Test
    void isNotVerifiedByAnotherKey() {
        // given
        String jws = SealKey.seal(SigningKey.generate()).on(STATEMENT);
        Seal other = SealKey.seal(SigningKey.generate());

        // then
        assertThatThrownBy(() -> Signature.verified(
                        jws, Signature.BY_SERVICE, other.publicKey().key()))
                .isInstanceOf(RefusedSignatureException.class);
    }

    /** Each character of the signature and of the payload counts. */
    @Test
    void isRefusedWhereAnyCharacterWasChanged() {
        // given
        Seal seal = SealKey.seal(SigningKey.generate());
        String jws = seal.on(STATEMENT);

        for (int place = 0; place < jws.length(); place += 7) {
            char changed = jws.charAt(place) == 'A' ? 'B' : 'A';
            String other = jws.substring(0, place) + changed + jws.substring(place + 1);

            // then
            assertThatThrownBy(() -> Signature.verified(
                            other, Signature.BY_SERVICE, seal.publicKey().key()))
                    .isInstanceOf(RefusedSignatureException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b",
                "a.b.c",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJIUzI1NiIsImtpZCI6ImEiLCJ0eXAiOiJlbnRlbnRlLXNlYWwrandzIn0.e30.AAAA"
            })
    void isAJwsOfOurKindOrRefused(String jws) {
        // given
        Seal seal = SealKey.seal(SigningKey.generate());

        // then
        assertThatThrownBy(() -> Signature.verified(
                        jws, Signature.BY_SERVICE, seal.publicKey().key()))
                .isInstanceOf(RefusedSignatureException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}"
            })
    void takesNoKeyButAPublicEd25519One(String jwk) {
        assertThatThrownBy(() -> PublicJwk.parse(jwk)).isInstanceOf(RefusedSignatureException.class);
    }

    /** The key and thumbprint of RFC 8037 appendix A.3. */
    @Test
    void callsAKeyByItsThumbprint() {
        // given
        String jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

        // when
        PublicJwk key = PublicJwk.parse(jwk);

        // then
        assertThat(key.kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void isMadeByAnOfficerWithAKeyOfTheParty() throws Exception {
        // given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PublicJwk key = PublicJwk.of(pair.getPublic());

        // when
        String jws = Signature.sign(STATEMENT, Signature.BY_OFFICER, key.kid(), pair.getPrivate());

        // then
        assertThat(Signature.verified(jws, Signature.BY_OFFICER, key.key())).isEqualTo(STATEMENT);
    }
}
