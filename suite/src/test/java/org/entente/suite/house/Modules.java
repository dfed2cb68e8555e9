package org.entente.suite.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the reactor, as they lie beside this one. */
record Modules(Path root) {
    /** Built apart and not shipped: it looks into packages that are closed to everyone else. */
    private static final String BENCHMARKS = "benchmarks";

    static Modules ofReactor() {
        return new Modules(Path.of("").toAbsolutePath().getParent());
    }

    /** The folders of compiled classes; all of them are needed, or else a rule could pass because nothing was looked at. */
    List<Path> classes() {
        List<Path> classes =
                folders().map(module -> module.resolve("target/classes")).toList();
        List<Path> missing =
                classes.stream().filter(folder -> !Files.isDirectory(folder)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not built: " + missing);
        }
        return classes;
    }

    /** The folders of hand-written sources that are shipped. */
    List<Path> sources() {
        return folders()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    private Stream<Path> folders() {
        return Stream.concat(children(root), children(root.resolve("libs")))
                .filter(folder -> !folder.endsWith(BENCHMARKS))
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")));
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
