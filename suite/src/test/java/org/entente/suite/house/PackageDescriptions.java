package org.entente.suite.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the packages that nobody described; looks at sources, since the compiler drops a description without annotations. */
final class PackageDescriptions {

    private PackageDescriptions() {}

    /** The folders below {@code sources} that hold code and no {@code package-info.java} with Javadoc. */
    static List<Path> missing(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !isDescribed(folder))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static boolean isDescribed(Path folder) {
        Path description = folder.resolve("package-info.java");
        try {
            return Files.exists(description) && Files.readString(description).contains("/**");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
