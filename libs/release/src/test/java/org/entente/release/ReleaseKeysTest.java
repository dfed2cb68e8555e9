package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.entente.tlog.MalformedException;
import org.entente.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

class ReleaseKeysTest {
    /** RFC 8037 appendix A.2, with its thumbprint from appendix A.3. */
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static final String THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    @Test
    void callsAKeyByItsThumbprint() {
        VerifierKey key = VerifierKey.of("release", Base64.getUrlDecoder().decode(X));

        String thumbprint = ReleaseKeys.thumbprint(key);

        assertThat(thumbprint).isEqualTo(THUMBPRINT);
    }

    @Test
    void readsWhatItWrites() {
        String jwks = Samples.KEYS.jwks();

        ReleaseKeys read = ReleaseKeys.parse(jwks);

        assertThat(read.jwks()).isEqualTo(jwks);
    }

    @Test
    void passesOverKeysOfOtherKinds() {
        String set = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"},{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X
                + "\"}]}";

        ReleaseKeys read = ReleaseKeys.parse(set);

        assertThat(read.find(THUMBPRINT)).isPresent();
    }

    @Test
    void refusesWhatIsNoKeySet() {
        assertThatThrownBy(() -> ReleaseKeys.parse("{\"keys\": 1}")).isInstanceOf(MalformedException.class);
    }
}
