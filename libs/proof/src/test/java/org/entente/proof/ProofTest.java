package org.entente.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

    @Test
    void saysWhichItIsAndWhenItWasMade() {
        Optional<Proof> proof = Proof.of(compact("{\"jti\": \"a1\", \"iat\": 1750000000, \"htm\": \"GET\"}"));

        assertThat(proof).hasValue(new Proof("a1", 1_750_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iat\": 1}",
                "{\"jti\": \"\", \"iat\": 1}",
                "{\"jti\": 7, \"iat\": 1}",
                "{\"jti\": \"a\"}",
                "{\"jti\": \"a\", \"iat\": \"1\"}",
                "[]",
                "not json"
            })
    void isNoneWithoutEither(String claims) {
        Optional<Proof> proof = Proof.of(compact(claims));

        assertThat(proof).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c.d", "a.%%%.c"})
    void isNoneUnlessItIsATokenInCompactForm(String compact) {
        Optional<Proof> proof = Proof.of(compact);

        assertThat(proof).isEmpty();
    }

    @Test
    void ofAVeryLongIdentifierIsNone() {
        Optional<Proof> proof = Proof.of(compact("{\"jti\": \"" + "a".repeat(257) + "\", \"iat\": 1}"));

        assertThat(proof).isEmpty();
    }

    @Test
    void theSameIdentifierOfAnotherKeyIsAnotherProof() {
        Proof proof = new Proof("a1", 1);

        assertThat(proof.digest("one")).isNotEqualTo(proof.digest("other"));
        assertThat(proof.digest("one")).isEqualTo(new Proof("a1", 2).digest("one"));
    }

    private static String compact(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
