package org.entente.suite.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the suite, counted from the gateway's; all on the loopback interface. */
public record Ports(int base) {

    /** The gateway's unless stated otherwise. */
    public static final int DEFAULT_BASE = 8443;

    private static final int KAFKA_CONTROLLER = Part.values().length;

    public Ports {
        if (base < 1024 || base + KAFKA_CONTROLLER > 65535) {
            throw new IllegalArgumentException(
                    "--port must be between 1024 and " + (65535 - KAFKA_CONTROLLER) + ", not " + base);
        }
    }

    public int of(Part part) {
        return base + part.ordinal();
    }

    /** Where Kafka's controller listens. */
    public int kafkaController() {
        return base + KAFKA_CONTROLLER;
    }

    /** Every port with the name of who listens there, in ascending order. */
    public Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            all.put(of(part), part.label());
        }
        all.put(kafkaController(), "kafka's controller");
        return all;
    }

    /** The one address that people and applications use. */
    public String publicUrl() {
        return "https://localhost:" + base;
    }

    /** The address of a part for the other parts. */
    public String internalUrl(Part part) {
        return "http://127.0.0.1:" + of(part);
    }

    /** Who issues all tokens of the house. */
    public String issuer() {
        return publicUrl() + "/auth/realms/entente";
    }
}
