package org.entente.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
    private static final byte[] BINDING = {1, 2, 3};
    private static final byte[] KEY = new byte[AesGcm.KEY_BYTES];

    @TempDir
    Path folder;

    @Test
    void unwrapsWithAKeyThatWasReplaced() throws IOException {
        WrappedKey wrapped = files("old").wrap(KEY, BINDING);
        LocalKeys after = files("new", "old");

        byte[] unwrapped = after.unwrap(wrapped, BINDING);

        assertThat(unwrapped).isEqualTo(KEY);
        assertThat(after.wrap(KEY, BINDING).wrappedWith())
                .isEqualTo(after.primary())
                .isNotEqualTo(wrapped.wrappedWith());
    }

    @Test
    void knowsAKeyByTheSameNameInAFolder() throws IOException {
        WrappedKey wrapped = files("only").wrap(KEY, BINDING);

        LocalKeys mounted = new LocalKeys(new KeyDirectory(folder));

        assertThat(mounted.unwrap(wrapped, BINDING)).isEqualTo(KEY);
    }

    @Test
    void findsKeysThatCame() throws IOException {
        write("first", 1);
        LocalKeys keys = new LocalKeys(new KeyDirectory(folder));
        String before = keys.primary();
        write("second", 2);
        Files.writeString(folder.resolve("primary"), "second\n");

        keys.refresh();

        assertThat(keys.primary()).isNotEqualTo(before);
    }

    @Test
    void keepsWhatItHasWhereTheFolderCannotBeRead() throws IOException {
        write("first", 1);
        LocalKeys keys = new LocalKeys(new KeyDirectory(folder));
        WrappedKey wrapped = keys.wrap(KEY, BINDING);
        Files.writeString(folder.resolve("primary"), "absent\n");

        assertThatThrownBy(keys::refresh).isInstanceOf(IllegalStateException.class);

        assertThat(keys.unwrap(wrapped, BINDING)).isEqualTo(KEY);
    }

    @Test
    void doesNotGuessWhichKeyWraps() throws IOException {
        write("first", 1);
        write("second", 2);

        assertThatThrownBy(() -> new LocalKeys(new KeyDirectory(folder)))
                .hasMessageContaining("entente.catalog.key-directory");
    }

    @Test
    void readsOnlyKeysOfTheFolder() throws IOException {
        write("first", 1);
        Files.writeString(folder.resolve("primary"), "../elsewhere");

        assertThatThrownBy(() -> new LocalKeys(new KeyDirectory(folder)))
                .hasMessageContaining("entente.catalog.key-directory");
    }

    @Test
    void passesOverWhatKubernetesKeepsForItself() throws IOException {
        write("first", 1);
        Files.createDirectory(folder.resolve("..2026_11_23"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_23"));

        LocalKeys keys = new LocalKeys(new KeyDirectory(folder));

        assertThat(keys.primary()).startsWith("file-");
    }

    private LocalKeys files(String primary, String... retired) throws IOException {
        Path first = write(primary, primary.hashCode());
        for (String name : retired) {
            write(name, name.hashCode());
        }
        return new LocalKeys(new KeyFiles(
                first, List.of(retired).stream().map(folder::resolve).toList()));
    }

    private Path write(String name, int seed) throws IOException {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        key[0] = (byte) seed;
        return Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key));
    }
}
