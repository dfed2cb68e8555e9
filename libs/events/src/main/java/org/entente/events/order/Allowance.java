package org.entente.events.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a version of a plan may be in force in all, however often it is activated. Time that two activations share counts
 * once; time that has passed {@code within} ago counts no more.
 *
 * @param atMost in all
 * @param within in any time of this length
 */
public record Allowance(Duration atMost, Duration within) {
    /** The longest {@code within} that a plan may name. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * When an activation was in force, or is to be.
     *
     * @param until first instant no more
     */
    public record Span(Instant from, Instant until) {}

    /**
     * Whether an activation stays within it. Where each did when it was ordered, they do in every window: what meets a window
     * and was ordered last has counted all the others that meet it, since no window that it meets begins {@code within} before it.
     *
     * @param others all other activations of the version, as ordered, or as they ended
     */
    public boolean covers(Span activation, Collection<Span> others) {
        Stream<Span> all = Stream.concat(others.stream(), Stream.of(activation));
        return since(activation.from(), all).compareTo(atMost) <= 0;
    }

    /** How long an activation that begins then may last beside the others; nothing or less where all is used up. */
    public Duration left(Instant from, Collection<Span> others) {
        return atMost.minus(since(from, others.stream()));
    }

    private Duration since(Instant from, Stream<Span> spans) {
        List<Span> ordered =
                spans.sorted((one, other) -> one.from().compareTo(other.from())).toList();
        Duration inForce = Duration.ZERO;
        Instant counted = from.minus(within);
        for (Span span : ordered) {
            Instant start = span.from().isAfter(counted) ? span.from() : counted;
            if (span.until().isAfter(start)) {
                inForce = inForce.plus(Duration.between(start, span.until()));
                counted = span.until();
            }
        }
        return inForce;
    }
}
