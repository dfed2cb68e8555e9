package org.entente.embedded.testing;

import org.jspecify.annotations.Nullable;

/** What all class loaders of a test JVM share: Quarkus loads test classes more than once, system properties exist once. */
enum Shared {
    KEY,
    ISSUER,
    POSTGRES_PORT,
    POSTGRES_PASSWORD,
    KAFKA;

    String get() {
        String value = find();
        if (value == null) {
            throw new IllegalStateException(
                    "EmbeddedServers is not started: annotate a test with @QuarkusTestResource");
        }
        return value;
    }

    @Nullable String find() {
        return System.getProperty("entente.testing." + name());
    }

    void set(String value) {
        System.setProperty("entente.testing." + name(), value);
    }
}
