package org.entente.access.partner;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a partner is trusted, at any instant: a question is answered by the posture of its own instant. */
public sealed interface Trust permits Posture, Trust.OverTime {

    /** The posture at an instant. */
    Posture at(Instant instant);

    /** The instants at which it may change by itself. */
    Stream<Instant> turns();

    /**
     * A posture that holds for a time.
     *
     * @param from first instant
     * @param until first instant no more; absent for no end
     */
    record Fall(Posture posture, Instant from, @Nullable Instant until) {
        public boolean isLive(Instant instant) {
            return !instant.isBefore(from) && (until == null || instant.isBefore(until));
        }
    }

    /** The strictest of a posture and of the falls that are live. */
    record OverTime(Posture least, List<Fall> falls) implements Trust {
        public OverTime {
            falls = List.copyOf(falls);
        }

        @Override
        public Posture at(Instant instant) {
            Posture strictest = least;
            for (Fall fall : falls) {
                if (fall.posture().isStricterThan(strictest) && fall.isLive(instant)) {
                    strictest = fall.posture();
                }
            }
            return strictest;
        }

        @Override
        public Stream<Instant> turns() {
            return falls.stream()
                    .flatMap(fall -> Stream.concat(Stream.of(fall.from()), Stream.ofNullable(fall.until())));
        }
    }
}
