package org.entente.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.tlog.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aKey() throws IOException {
        file = Files.writeString(folder.resolve("key.pem"), SigningKey.generate());
    }

    @Test
    void theKeySignsUnderTheOrigin() {
        SigningKey key = read("xaa.example/log", file);

        assertThat(key.name()).isEqualTo("xaa.example/log");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read(null, file)).hasMessageContaining("entente.log.origin is not set");
        assertThatThrownBy(() -> read("o", null)).hasMessageContaining("entente.log.key-file is not set");
        assertThatThrownBy(() -> read("o", folder.resolve("none")))
                .hasMessageContaining("entente.log.key-file cannot be read");
    }

    @Test
    void whatIsNotAKeyIsNamedAndNotQuoted() throws IOException {
        Files.writeString(file, "a secret of another kind");

        assertThatThrownBy(() -> read("o", file))
                .hasMessageContaining("entente.log.key-file")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> read("not a name", file)).hasMessageContaining("entente.log.origin");
    }

    private static SigningKey read(@Nullable String origin, @Nullable Path file) {
        return LogKey.keys(Optional.ofNullable(origin), Optional.ofNullable(file), Optional.empty())
                .current();
    }
}
