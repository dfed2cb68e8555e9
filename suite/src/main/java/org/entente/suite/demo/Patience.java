package org.entente.suite.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what takes effect by itself: events that travel, clocks that run out, services that start. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    /** Asks again and again until the answer is as hoped for, or for two minutes; returns the last answer. */
    public static <T> T until(Supplier<T> question, Predicate<T> hoped) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        T answer = question.get();
        while (!hoped.test(answer) && System.nanoTime() < deadline) {
            pause(BETWEEN);
            answer = question.get();
        }
        return answer;
    }

    /** Does nothing for a while; a negative while is none. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(Math.max(0, duration.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
