package org.entente.crisis.activation;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.SignedOrder;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;

/** Signs orders to access-service, which believes no other; in production there is no start without the key, and no default. */
@Startup
@ApplicationScoped
class OrderKey {
    private static final String PROPERTY = "entente.activation.signing-key-file";
    private static final String NAME = "crisis-service";

    private final SigningKey key;

    OrderKey(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        this.key = file.isEmpty() && LaunchMode.current() != LaunchMode.NORMAL
                ? SigningKey.parse(NAME, SigningKey.generate())
                : read(file.orElseThrow(() -> new IllegalStateException("The property " + PROPERTY
                        + " is not set: activations are ordered under an Ed25519 private key, PKCS#8 in PEM.")));
    }

    String sign(ActivationOrder order) {
        return SignedOrder.sign(order, publicKey(), key::sign);
    }

    /** As access-service is to be configured (entente.activation.keys). */
    String publicKey() {
        return key.verifierKey().toString();
    }

    private static SigningKey read(Path path) {
        try {
            return SigningKey.parse(NAME, Files.readString(path));
        } catch (IOException fault) {
            throw new IllegalStateException("The file of the property " + PROPERTY + " cannot be read: " + path, fault);
        } catch (MalformedException fault) {
            throw new IllegalStateException(
                    "The property " + PROPERTY + " (" + path + ") makes no key: " + fault.getMessage() + ".", fault);
        }
    }
}
