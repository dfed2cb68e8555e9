package org.entente.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 public key with the name it signs under, written {@code name+id+base64} (C2SP signed-note): of a log, signature type 1, or of
 * a witness, signature type 4 (C2SP tlog-cosignature).
 */
public final class VerifierKey {

    private static final byte LOG = 1;
    private static final byte WITNESS = 4;
    private static final int RAW_LENGTH = 32;
    // SubjectPublicKeyInfo with the algorithm id-Ed25519 (RFC 8410 section 4), up to the 32 bytes of the key.
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte type;
    private final String name;
    private final byte[] raw;
    private final PublicKey publicKey;

    private VerifierKey(byte type, String name, byte[] raw) throws GeneralSecurityException {
        this.type = type;
        this.name = requireName(name);
        this.raw = raw;
        this.publicKey =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(concat(X509_PREFIX, raw)));
    }

    /** Of a log, from the 32 bytes of RFC 8032; throws {@link MalformedException} if the name or the key cannot be one. */
    public static VerifierKey of(String name, byte[] raw) {
        return of(LOG, name, raw);
    }

    /** Of a witness, from the 32 bytes of RFC 8032; throws {@link MalformedException} if the name or the key cannot be one. */
    public static VerifierKey ofWitness(String name, byte[] raw) {
        return of(WITNESS, name, raw);
    }

    private static VerifierKey of(byte type, String name, byte[] raw) {
        if (raw.length != RAW_LENGTH) {
            throw new MalformedException("an Ed25519 key has 32 bytes");
        }
        try {
            return new VerifierKey(type, name, raw.clone());
        } catch (GeneralSecurityException e) {
            throw new MalformedException("these bytes are not an Ed25519 key");
        }
    }

    /** Of a log, from {@code name+id+base64}, surrounding white space aside; throws {@link MalformedException}. */
    public static VerifierKey parse(String text) {
        return parse(LOG, text);
    }

    /** Of a witness, from {@code name+id+base64}, surrounding white space aside; throws {@link MalformedException}. */
    public static VerifierKey parseWitness(String text) {
        return parse(WITNESS, text);
    }

    private static VerifierKey parse(byte type, String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedException("a verifier key has three parts");
        }
        byte[] typed = StrictBase64.decode(parts[2], "a verifier key");
        if (typed.length != RAW_LENGTH + 1 || typed[0] != type) {
            throw new MalformedException("a verifier key is of signature type " + type + " here, and Ed25519");
        }
        VerifierKey key = of(type, parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new MalformedException("the key ID is not that of this name and key");
        }
        return key;
    }

    static String requireName(String name) {
        boolean isName = !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (!isName) {
            throw new MalformedException("a key name has neither spaces nor plus signs and is not empty");
        }
        return name;
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), big-endian. */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    /** The 32 bytes of RFC 8032. */
    public byte[] raw() {
        return raw.clone();
    }

    /** Whether the signature is by this key over the text of a note: a witness signs the time along with it. */
    public boolean verifies(String text, byte[] signature) {
        if (type == LOG) {
            return verifiesBytes(text, signature);
        }
        return Cosignature.parse(signature)
                .map(cosignature -> verifiesBytes(cosignature.message(text), cosignature.signature()))
                .orElse(false);
    }

    private boolean verifiesBytes(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@code name+id+base64}. */
    @Override
    public String toString() {
        return name + "+" + idText() + "+" + StrictBase64.encode(concat(new byte[] {type}, raw));
    }
}
