package org.entente.embedded.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A key of an application, on the curve P-256, and the proofs that it makes (RFC 9449 section 4). */
public final class ProofKey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    private final KeyPair pair;

    private ProofKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new key. */
    public static ProofKey make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new ProofKey(generator.generateKeyPair());
    }

    /** The thumbprint of the public key (RFC 7638): what a token is bound to. */
    public String thumbprint() throws GeneralSecurityException {
        return digest(
                "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + jwk().get("x") + "\",\"y\":\"" + jwk().get("y") + "\"}");
    }

    /** The claims of a good proof for a request with a token, made now. */
    public static Map<String, Object> claims(String method, String address, String token)
            throws GeneralSecurityException {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", address);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("ath", digest(token));
        return claims;
    }

    /** A proof with these claims. */
    public String proof(Map<String, Object> claims) throws GeneralSecurityException {
        String signed = encode(Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", jwk())) + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64URL.encodeToString(signature.sign());
    }

    private Map<String, String> jwk() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, BYTES - length, length);
        return BASE64URL.encodeToString(padded);
    }

    /** SHA-256 of a text, as tokens write digests. */
    public static String digest(String text) throws GeneralSecurityException {
        return BASE64URL.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(Map<String, ?> part) {
        try {
            return BASE64URL.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
