package org.entente.audit.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When each grant of a partner was used last, or issued. */
final class Grants implements Signal {

    private static final int MOST = 500;

    private final Map<String, Long> used = new LinkedHashMap<>();

    /** A grant that was issued has not been used yet. */
    void issued(String grant, Instant at) {
        touch(grant, at);
    }

    @Override
    public Optional<Finding> see(Access access, View view) {
        if (view.scope() != Subject.Scope.PARTNER || !access.deed().permitted()) {
            return Optional.empty();
        }
        Optional<Finding> finding = Optional.empty();
        for (String grant : access.deed().grants()) {
            Long last = used.get(grant);
            touch(grant, view.now());
            Duration dormancy = view.settings().dormancy();
            if (last != null && view.now().getEpochSecond() - last > dormancy.toSeconds()) {
                long days =
                        Duration.ofSeconds(view.now().getEpochSecond() - last).toDays();
                finding = Optional.of(Finding.of(
                        Kind.DORMANT_GRANT,
                        grant,
                        days,
                        dormancy.toDays(),
                        "the grant " + grant + " is used after " + days + " days without use"));
            }
        }
        return finding;
    }

    private void touch(String grant, Instant at) {
        used.remove(grant);
        used.put(grant, at.getEpochSecond());
        if (used.size() > MOST) {
            used.remove(used.keySet().iterator().next());
        }
    }
}
