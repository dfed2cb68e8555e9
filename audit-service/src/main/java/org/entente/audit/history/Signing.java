package org.entente.audit.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.entente.tlog.SigningKey;

/**
 * Signs manifests as JWS (RFC 7515, EdDSA of RFC 8037) with the key of the log. Nothing that is signed here can be taken for a
 * checkpoint: those have line breaks, what a JWS signs has none.
 */
@ApplicationScoped
class Signing {

    private final SigningKey key;
    private final ObjectMapper json;

    Signing(SigningKey key, ObjectMapper json) {
        this.key = key;
        this.json = json;
    }

    /** The log's name. */
    String log() {
        return key.name();
    }

    /** Compact serialisation; the payload is the text. */
    String sign(String payload) {
        ObjectNode header = json.createObjectNode()
                .put("alg", "EdDSA")
                .put("typ", "entente-history-export+jws")
                .put("kid", keyId());
        String input = base64(header.toString()) + "." + base64(payload);
        return input + "." + base64(key.sign(input));
    }

    /** The public key as a JWK set (RFC 7517). */
    ObjectNode keys() {
        ObjectNode keys = json.createObjectNode();
        keys.putArray("keys")
                .addObject()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", base64(key.verifierKey().raw()))
                .put("kid", keyId())
                .put("use", "sig")
                .put("alg", "EdDSA");
        return keys;
    }

    /** The key's thumbprint (RFC 7638; RFC 8037 section 2 says of which members). */
    private String keyId() {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(key.verifierKey().raw()) + "\"}";
        return base64(sha256().digest(members.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
