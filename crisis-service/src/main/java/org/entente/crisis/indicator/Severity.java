package org.entente.crisis.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How grave it is if a signal is right; the share of its value that counts. */
public enum Severity {
    LOW(0.25),
    MODERATE(0.5),
    HIGH(0.75),
    CRITICAL(1.0);

    private final double weight;

    Severity(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
