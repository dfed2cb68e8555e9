package org.entente.audit.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.audit.log.LogIdentity;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.VerifierKey;

/**
 * Signs manifests as JWS (RFC 7515, EdDSA of RFC 8037) with the key of the log. Nothing that is signed here can be taken for a
 * checkpoint: those have line breaks, what a JWS signs has none.
 */
@ApplicationScoped
class Signing {

    private final LogIdentity identity;
    private final ObjectMapper json;

    Signing(LogIdentity identity, ObjectMapper json) {
        this.identity = identity;
        this.json = json;
    }

    /** The log's name. */
    String log() {
        return identity.origin();
    }

    /** Compact serialisation; the payload is the text. */
    String sign(String payload) {
        ObjectNode header = json.createObjectNode()
                .put("alg", "EdDSA")
                .put("typ", "entente-history-export+jws")
                .put("kid", keyId(identity.key()));
        String input = base64(header.toString()) + "." + base64(payload);
        return input + "." + base64(identity.sign(input));
    }

    /** The public keys as a JWK set (RFC 7517): that in charge first, then all before it. */
    Uni<ObjectNode> keys() {
        return identity.chain().map(this::keys);
    }

    private ObjectNode keys(KeyChain chain) {
        Set<VerifierKey> all = new LinkedHashSet<>();
        all.add(identity.key());
        for (Handover handover : chain.handovers()) {
            all.add(chain.keyAt(handover.size() - 1));
        }
        ObjectNode keys = json.createObjectNode();
        ArrayNode list = keys.putArray("keys");
        for (VerifierKey key : all) {
            list.addObject()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("x", base64(key.raw()))
                    .put("kid", keyId(key))
                    .put("use", "sig")
                    .put("alg", "EdDSA");
        }
        return keys;
    }

    /** The key's thumbprint (RFC 7638; RFC 8037 section 2 says of which members). */
    private static String keyId(VerifierKey key) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(key.raw()) + "\"}";
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
