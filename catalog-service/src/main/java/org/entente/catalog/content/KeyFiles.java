package org.entente.catalog.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The keys of single files: the one that wraps, and those that were replaced by it. */
record KeyFiles(Path primary, List<Path> retired) implements Supplier<List<LocalKey>> {
    static final String PRIMARY = "entente.catalog.key-file";
    static final String RETIRED = "entente.catalog.retired-key-files";

    @Override
    public List<LocalKey> get() {
        List<LocalKey> keys = new ArrayList<>();
        keys.add(LocalKey.read(primary, PRIMARY));
        retired.forEach(file -> keys.add(LocalKey.read(file, RETIRED)));
        return keys;
    }
}
