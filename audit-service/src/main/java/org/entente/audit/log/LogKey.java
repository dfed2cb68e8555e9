package org.entente.audit.log;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;

/** Reads the log's key; without it, or with another thing in its place, there is no start. */
class LogKey {

    @Produces
    @Singleton
    SigningKey key(LogConfig config) {
        String origin = config.origin()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The property entente.log.origin is not set: the log needs the name that its checkpoints carry."));
        Path file = config.keyFile()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The property entente.log.key-file is not set: the log needs an Ed25519 private key, PKCS#8 in PEM."));
        try {
            return SigningKey.parse(origin, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("The file of the property entente.log.key-file cannot be read: " + file, e);
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "The properties entente.log.origin and entente.log.key-file (" + file + ") make no key: "
                            + e.getMessage() + ".",
                    e);
        }
    }
}
