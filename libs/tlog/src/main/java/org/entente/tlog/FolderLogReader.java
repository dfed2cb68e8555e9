package org.entente.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a log from a folder. */
record FolderLogReader(Path folder) implements LogReader {

    @Override
    public Optional<byte[]> read(String path, int most) {
        try (InputStream file = Files.newInputStream(folder.resolve(path))) {
            return Optional.of(file.readNBytes(most + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
