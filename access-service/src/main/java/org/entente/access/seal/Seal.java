package org.entente.access.seal;

import java.security.PrivateKey;

/** The key with which this service seals what an officer did who has no key of the party. */
public final class Seal {
    private final PrivateKey key;
    private final PublicJwk publicKey;

    Seal(PrivateKey key, PublicJwk publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    public PublicJwk publicKey() {
        return publicKey;
    }

    /** The act under seal. */
    public String on(Statement statement) {
        return Signature.sign(statement, Signature.BY_SERVICE, publicKey.kid(), key);
    }
}
