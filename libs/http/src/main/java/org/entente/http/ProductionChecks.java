package org.entente.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Stops a start in production when a setting is missing or unsafe, and names the property. */
public class ProductionChecks {
    private static final List<String> NEEDED =
            List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.token.audience", "quarkus.datasource.reactive.url");

    void check(@Observes @Priority(1) StartupEvent start, Config config) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        for (String property : NEEDED) {
            if (config.getOptionalValue(property, String.class).isEmpty()) {
                throw new IllegalStateException("The property " + property + " is not set.");
            }
        }
        refuse(config, "quarkus.oidc.tls.verification", "none");
        refuse(config, "quarkus.tls.trust-all", "true");
        refuse(config, "quarkus.oidc.token.verify-access-token-with-user-info", "true");
    }

    private static void refuse(Config config, String property, String unsafe) {
        Optional<String> value = config.getOptionalValue(property, String.class);
        if (value.filter(unsafe::equalsIgnoreCase).isPresent()) {
            throw new IllegalStateException("The property " + property + " must not be " + unsafe + " in production.");
        }
    }
}
