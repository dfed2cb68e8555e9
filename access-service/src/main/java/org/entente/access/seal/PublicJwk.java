package org.entente.access.seal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.Map;
import org.entente.access.vocabulary.Document;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** A public Ed25519 key as a JWK (RFC 8037), called by its thumbprint (RFC 7638) whatever else it was called. */
public record PublicJwk(String kid, String json, PublicKey key) {

    /** From the two members that make it; throws {@link RefusedSignatureException} for any other key, and for a private one. */
    public static PublicJwk parse(String json) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(json);
            if (jwk.getPrivateKey() != null) {
                throw new RefusedSignatureException("is a private key, which is nobody's to send; it is spent now");
            }
            if (!(jwk instanceof OctetKeyPairJsonWebKey)
                    || !"Ed25519"
                            .equals(jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                                    .get("crv"))) {
                throw new RefusedSignatureException("is no Ed25519 key (kty OKP, crv Ed25519)");
            }
            return of(jwk.getPublicKey());
        } catch (JoseException | IllegalArgumentException fault) {
            throw new RefusedSignatureException("is no public key as of RFC 8037");
        }
    }

    /** A key of the platform. */
    public static PublicJwk of(PublicKey key) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key);
            String kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            Map<String, Object> members = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            members.put("kid", kid);
            members.put("alg", "EdDSA");
            members.put("use", "sig");
            return new PublicJwk(kid, Document.write(members), key);
        } catch (JoseException fault) {
            throw new IllegalStateException("An Ed25519 key has a JWK.", fault);
        }
    }

    /** As a member of a key set (RFC 7517 section 5). */
    public ObjectNode document() {
        return Document.read(json, ObjectNode.class);
    }
}
