package org.entente.suite.process;

import java.time.Duration;

/** How long to wait before a restart: doubled each time, up to a minute. */
record Backoff(Duration delay) {

    static final Backoff INITIAL = new Backoff(Duration.ofMillis(250));

    /** Who lived that long is started as if for the first time. */
    static final Duration STABLE = Duration.ofMinutes(1);

    private static final Duration MAXIMUM = Duration.ofMinutes(1);

    Backoff next() {
        Duration doubled = delay.multipliedBy(2);
        return new Backoff(doubled.compareTo(MAXIMUM) < 0 ? doubled : MAXIMUM);
    }
}
