package org.entente.page;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/** Stops a start with a client's secret that is too short to make keys of: cookies and forms are protected by them. */
class SecretCheck {
    private static final int SHORTEST = 32;

    void check(@Observes @Priority(1) StartupEvent start, PageSettings settings) {
        if (settings.clientSecret().length() < SHORTEST) {
            throw new IllegalStateException(
                    "The property entente.page.client-secret must have at least " + SHORTEST + " characters.");
        }
    }
}
