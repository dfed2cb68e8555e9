package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    @Test
    void anEntryIsPreparedOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Cache cache = new Cache(folder);

        cache.entry("tool-1", entry -> times.incrementAndGet());
        cache.entry("tool-1", entry -> times.incrementAndGet());

        assertThat(times).hasValue(1);
    }

    @Test
    void anInterruptedPreparationLeavesNoEntryAndNoRest() throws Exception {
        Cache cache = new Cache(folder);
        assertThatThrownBy(() -> cache.entry("tool-1", entry -> {
                    Files.writeString(entry.resolve("half"), "half");
                    throw new IOException("interrupted");
                }))
                .hasMessage("interrupted");

        Path entry = cache.entry("tool-1", whole -> Files.writeString(whole.resolve("whole"), "whole"));

        assertThat(entry).isDirectoryContaining("glob:**/whole");
        assertThat(entry.resolve("half")).doesNotExist();
        try (var rest = Files.list(folder)) {
            assertThat(rest).containsOnly(entry, folder.resolve("tool-1.lock"));
        }
    }
}
