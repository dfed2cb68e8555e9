package org.entente.catalog.correlation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.catalog.content.KeyProvider;

/** Keyed digests of features: who has them without the key can neither read nor guess what they are of. */
@ApplicationScoped
class Fingerprints {
    private static final String USE = "entente.catalog.fingerprint.1";
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(KeyProvider keys) {
        this.key = new SecretKeySpec(keys.derive(USE), HMAC);
    }

    /** The digest of a feature, 32 bytes. */
    byte[] of(Feature feature) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (String part : List.of(feature.kind().name(), feature.type(), feature.value())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", exception);
        }
    }
}
