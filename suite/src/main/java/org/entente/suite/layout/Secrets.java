package org.entente.suite.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.entente.embedded.Folders;

/** Random secrets of one suite, each in a file (mode 600) of its own, made when first asked for. */
public record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 9;

    /** The secret of this name: 256 random bits in base64url. */
    public String text(String name) throws IOException {
        return Files.readString(file(name, () -> base64url(KEY_BYTES).getBytes(StandardCharsets.US_ASCII)));
    }

    /** The password of all demo accounts, short enough to be typed. */
    public String demoPassword() throws IOException {
        return Files.readString(
                file("demo-password", () -> base64url(PASSWORD_BYTES).getBytes(StandardCharsets.US_ASCII)));
    }

    /** A file with a key of 32 random bytes, in base64. */
    public Path keyFile(String name) throws IOException {
        return file(name, () -> Base64.getEncoder().encode(random(KEY_BYTES)));
    }

    /** A file with an Ed25519 private key (PKCS #8 in PEM, RFC 7468). */
    public Path signingKeyFile(String name) throws IOException {
        return file(name, Secrets::signingKey);
    }

    private Path file(String name, Supplier<byte[]> content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Folders.createPrivate(folder);
            Path whole = Files.createTempFile(folder, name, ".new"); // mode 600 from the beginning
            Files.write(whole, content.get());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static byte[] signingKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return ("-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    private static String base64url(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
