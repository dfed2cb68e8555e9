package org.entente.catalog.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The keys of a folder, as Kubernetes mounts a secret: each file a key, but for the one called {@code primary}, which names the
 * file of the key that wraps. It may be absent where there is one key only.
 */
record KeyDirectory(Path folder) implements Supplier<List<LocalKey>> {
    static final String PROPERTY = "entente.catalog.key-directory";
    private static final String PRIMARY = "primary";

    @Override
    public List<LocalKey> get() {
        List<Path> files = files();
        Path primary = primary(files);
        List<LocalKey> keys = new ArrayList<>();
        keys.add(LocalKey.read(primary, PROPERTY));
        files.stream().filter(file -> !file.equals(primary)).forEach(file -> keys.add(LocalKey.read(file, PROPERTY)));
        return keys;
    }

    /** Kubernetes keeps what is behind its links in entries that begin with two dots. */
    private List<Path> files() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().equals(PRIMARY))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw refused("is not a readable folder");
        }
    }

    private Path primary(List<Path> files) {
        Path named = folder.resolve(PRIMARY);
        if (Files.exists(named)) {
            Path primary = folder.resolve(name(named));
            return files.stream()
                    .filter(primary::equals)
                    .findFirst()
                    .orElseThrow(() -> refused("has no key of the name that is in the file primary"));
        }
        if (files.size() != 1) {
            throw refused("must have one key, or a file primary that names the key that wraps");
        }
        return files.get(0);
    }

    private String name(Path named) {
        try {
            return Files.readString(named).strip();
        } catch (IOException unreadable) {
            throw refused("has an unreadable file primary");
        }
    }

    private IllegalStateException refused(String what) {
        return new IllegalStateException(
                "The folder of the property " + PROPERTY + " " + what + "; see " + folder + ".");
    }
}
