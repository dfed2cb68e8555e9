package org.entente.access.seal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Set;
import org.entente.access.vocabulary.Document;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Statements as JWS in compact serialisation (RFC 7515 section 7.1) with EdDSA over Ed25519 (RFC 8037): the header holds
 * {@code alg}, {@code kid} and {@code typ} and nothing else, the payload is the statement in canonical form.
 */
public final class Signature {
    /** An officer signed with the party's own key. */
    public static final String BY_OFFICER = "entente-consent+jws";
    /** The service sealed the act of an officer whose party has no key. */
    public static final String BY_SERVICE = "entente-seal+jws";

    private static final int LONGEST = 8_192;
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Signature() {}

    /** A statement, signed. */
    public static String sign(Statement statement, String type, String kid, PrivateKey key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(kid);
        jws.setHeader("typ", type);
        jws.setPayload(Document.write(statement));
        jws.setKey(key);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException fault) {
            throw new IllegalStateException("An Ed25519 key signs any statement.", fault);
        }
    }

    /** The identifier of the key that a signature claims; throws {@link RefusedSignatureException} if it has none. */
    public static String kid(String compact) {
        String kid = parsed(compact).getKeyIdHeaderValue();
        if (kid == null) {
            throw new RefusedSignatureException("names no key (kid)");
        }
        return kid;
    }

    /** The statement, if this key signed it as that type; throws {@link RefusedSignatureException}. */
    public static Statement verified(String compact, String type, PublicKey key) {
        JsonWebSignature jws = parsed(compact);
        if (!HEADER.equals(headers(jws)) || !type.equals(jws.getHeader("typ"))) {
            throw new RefusedSignatureException(
                    "must have alg, kid and the typ " + type + " in its header, and nothing else");
        }
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        jws.setKey(key);
        try {
            if (!jws.verifySignature()) {
                throw new RefusedSignatureException("was not made by this key");
            }
            Statement statement = JSON.readValue(jws.getPayload(), Statement.class);
            if (!Document.write(statement).equals(jws.getPayload())) {
                throw new RefusedSignatureException("signs no statement in canonical form (RFC 8785)");
            }
            return statement;
        } catch (JoseException | com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new RefusedSignatureException("does not sign a statement");
        }
    }

    private static JsonWebSignature parsed(String compact) {
        if (compact.length() > LONGEST) {
            throw new RefusedSignatureException("is longer than " + LONGEST + " characters");
        }
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setCompactSerialization(compact);
            return jws;
        } catch (JoseException fault) {
            throw new RefusedSignatureException("is no JWS in compact serialisation");
        }
    }

    private static Set<String> headers(JsonWebSignature jws) {
        try {
            return JSON.readTree(jws.getHeaders().getFullHeaderAsJsonString()).properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .collect(java.util.stream.Collectors.toSet());
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new RefusedSignatureException("has no header");
        }
    }
}
