package org.entente.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder of this user that holds what is costly to prepare; each entry appears whole or not at all. */
public record Cache(Path directory) {

    private static final Map<Path, Object> THREADS = new ConcurrentHashMap<>();

    /** Fills a new, empty folder. */
    @FunctionalInterface
    public interface Preparation {
        void fill(Path folder) throws IOException;
    }

    /** The cache of this user: {@code ENTENTE_CACHE}, or where the operating system keeps caches. */
    public static Cache ofUser() {
        String override = System.getenv("ENTENTE_CACHE");
        if (override != null && !override.isBlank()) {
            return new Cache(Path.of(override).toAbsolutePath());
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (Platform.current().isMac()) {
            return new Cache(home.resolve("Library/Caches/entente"));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return new Cache((xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("entente"));
    }

    /** Whether the entry of this name is prepared. */
    public boolean has(String name) {
        return Files.isDirectory(directory.resolve(name));
    }

    /**
     * The entry of this name, prepared at the first call on this machine.
     *
     * <p>It is filled under another name and then moved, so an interrupted preparation is never mistaken for an entry;
     * processes that want the same entry wait for each other.
     *
     * @throws IOException if it cannot be prepared; the next call tries again
     */
    public Path entry(String name, Preparation preparation) throws IOException {
        synchronized (threads(name)) { // a file lock excludes other processes, not other threads
            Files.createDirectories(directory);
            Path entry = directory.resolve(name);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(entry)) {
                    removeInterrupted(name);
                    Path partial = Files.createTempDirectory(directory, partialPrefix(name));
                    preparation.fill(partial);
                    Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return entry;
        }
    }

    private Object threads(String name) {
        return THREADS.computeIfAbsent(directory.resolve(name), entry -> new Object());
    }

    private void removeInterrupted(String name) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> interrupted = entries.filter(
                            path -> path.getFileName().toString().startsWith(partialPrefix(name)))
                    .toList();
            for (Path path : interrupted) {
                Folders.delete(path);
            }
        }
    }

    private static String partialPrefix(String name) {
        return "." + name + "-partial-";
    }
}
