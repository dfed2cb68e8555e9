package org.entente.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 private key with the name it signs under. */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int RAW_LENGTH = 32;

    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private SigningKey(PrivateKey privateKey, VerifierKey verifierKey) {
        this.privateKey = privateKey;
        this.verifierKey = verifierKey;
    }

    /** From PKCS#8 in PEM (RFC 8410); throws {@link MalformedException} if it is anything else. */
    public static SigningKey parse(String name, String pem) {
        String trimmed = pem.strip();
        if (!trimmed.startsWith(BEGIN) || !trimmed.endsWith(END)) {
            throw new MalformedException("the key is not PKCS#8 in PEM");
        }
        String body = trimmed.substring(BEGIN.length(), trimmed.length() - END.length());
        try {
            byte[] encoded = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, VerifierKey.of(name, publicKeyOf((EdECPrivateKey) key)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedException("the key is not an Ed25519 private key");
        }
    }

    /** A new private key, as PKCS#8 in PEM. */
    public static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String body = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return BEGIN + "\n" + body + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** PKCS#8 leaves the public key out; the platform computes it only when it makes a pair, so it is given the seed as its randomness. */
    private static byte[] publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new MalformedException("the key does not show its bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new Seed(seed));
        KeyPair pair = generator.generateKeyPair();
        boolean isSame = pair.getPrivate() instanceof EdECPrivateKey again
                && Arrays.equals(seed, again.getBytes().orElse(new byte[0]));
        if (!isSame) {
            throw new IllegalStateException("this platform makes Ed25519 pairs in another way");
        }
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
    }

    public String name() {
        return verifierKey.name();
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The signature (RFC 8032) over the UTF-8 of a text. */
    public byte[] sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any text", e);
        }
    }

    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
