package org.entente.suite.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A part of the suite that runs as a process of its own (the gateway: in the launcher's). */
public enum Part {
    GATEWAY("gateway"),
    CATALOG("catalog-service"),
    ACCESS("access-service"),
    AUDIT("audit-service"),
    CRISIS("crisis-service"),
    KEYCLOAK("keycloak"),
    POSTGRESQL("postgresql"),
    KAFKA("kafka");

    private static final List<Part> SERVICES = List.of(CATALOG, ACCESS, AUDIT, CRISIS);

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** The four services of Entente itself. */
    public static List<Part> services() {
        return SERVICES;
    }

    /** The part that people call so. */
    public static Optional<Part> named(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }

    /** What people call it; also the name of its log and, of a service, of its module. */
    public String label() {
        return label;
    }

    /** The service's database and topic, and the prefix of its paths: {@code catalog} for {@code catalog-service}. */
    public String domain() {
        return label.replace("-service", "");
    }

    @Override
    public String toString() {
        return label;
    }
}
