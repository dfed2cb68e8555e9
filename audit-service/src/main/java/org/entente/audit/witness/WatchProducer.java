package org.entente.audit.witness;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.tlog.Cosigner;
import org.entente.tlog.MalformedException;
import org.entente.tlog.TrustPolicy;

/** Reads what a witness needs; a name without all the rest stops the start. */
class WatchProducer {

    @Produces
    @Singleton
    Watch watch(WitnessConfig config) {
        if (config.name().isEmpty()) {
            return new Watch(Optional.empty(), List.of());
        }
        try {
            Cosigner cosigner = Cosigner.parse(config.name().get(), text("key-file", config.keyFile()));
            TrustPolicy policy = TrustPolicy.parse(text("logs-file", config.logsFile()));
            return new Watch(Optional.of(cosigner), policy.logs());
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "The properties entente.witness.* make no witness: " + e.getMessage() + ".", e);
        }
    }

    private static String text(String property, Optional<Path> file) {
        Path path = file.orElseThrow(() -> new IllegalStateException(
                "The property entente.witness." + property + " is not set: a witness that has a name needs it."));
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file of the property entente.witness." + property + " cannot be read: " + path, e);
        }
    }
}
