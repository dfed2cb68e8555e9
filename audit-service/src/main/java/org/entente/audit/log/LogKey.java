package org.entente.audit.log;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;

/** Reads the log's keys; without one, or with another thing in its place, there is no start. */
class LogKey {

    @Produces
    @Singleton
    LogKeys keys(LogConfig config) {
        return keys(config.origin(), config.keyFile(), config.previousKeyFile());
    }

    static LogKeys keys(Optional<String> origin, Optional<Path> keyFile, Optional<Path> previousKeyFile) {
        String name = origin.orElseThrow(() -> new IllegalStateException(
                "The property entente.log.origin is not set: the log needs the name that its checkpoints carry."));
        Path file = keyFile.orElseThrow(() -> new IllegalStateException(
                "The property entente.log.key-file is not set: the log needs an Ed25519 private key, PKCS#8 in PEM."));
        return new LogKeys(
                read(name, "key-file", file),
                previousKeyFile.map(previous -> read(name, "previous-key-file", previous)));
    }

    private static SigningKey read(String origin, String property, Path file) {
        try {
            return SigningKey.parse(origin, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file of the property entente.log." + property + " cannot be read: " + file, e);
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "The properties entente.log.origin and entente.log." + property + " (" + file + ") make no key: "
                            + e.getMessage() + ".",
                    e);
        }
    }
}
