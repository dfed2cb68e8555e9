package org.entente.audit.investigation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the monitor found unusual.
 *
 * @param about whom
 * @param because what was unusual, for people
 * @param entries indexes of the accesses in the log
 */
public record Suspicion(UUID anomaly, Usual usual, About about, List<String> because, List<Long> entries) {

    /** What is to become usual should the suspicion be dismissed; handed back as it came. */
    public record Usual(String kind, String key, double value, String scope, String subject) {}

    /**
     * Whom it is about.
     *
     * @param person absent where it is about more than one
     */
    public record About(
            @Nullable String partner,
            @Nullable String person,
            @Nullable String unit,
            boolean exercise) {}
}
