package org.entente.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder of the key-encryption keys of the service, as a cluster would mount it. */
final class KeyFolder {
    private static final String PROPERTY = "entente.testing.keys";

    private KeyFolder() {}

    /** Made once, since the database with what the keys wrap outlives the application under another test profile. */
    static Path make() throws IOException {
        String made = System.getProperty(PROPERTY);
        if (made != null) {
            return Path.of(made);
        }
        Path folder = Files.createTempDirectory("catalog-keys");
        System.setProperty(PROPERTY, folder.toString());
        add(folder, "first");
        return folder;
    }

    /** Adds a key and makes it the one that wraps. */
    static void addPrimary(String name) {
        Path folder = Path.of(System.getProperty(PROPERTY));
        try {
            add(folder, name);
            Files.writeString(folder.resolve("primary"), name + "\n");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static void add(Path folder, String name) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key) + "\n");
    }
}
