package org.entente.suite.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a command line names. */
final class Inputs {

    private static final long LARGEST = 16 << 20;

    private Inputs() {}

    /** Throws {@link IOException} that says what is wrong with the file. */
    static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is larger than anything this command reads");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " does not exist", missing);
        }
    }
}
