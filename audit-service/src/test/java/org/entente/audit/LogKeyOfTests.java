package org.entente.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.tlog.SigningKey;

/** A key for the log of this test run. */
public final class LogKeyOfTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path file = Files.createTempFile(Path.of("target"), "log-key", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(file, SigningKey.generate());
            return Map.of(
                    "entente.log.key-file",
                    file.toAbsolutePath().toString(),
                    "entente.log.origin",
                    "localhost:8443/audit/log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
