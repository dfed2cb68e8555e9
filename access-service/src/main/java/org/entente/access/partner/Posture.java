package org.entente.access.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.stream.Stream;
import org.entente.label.Act;

/** How far a partner is trusted now, most first. */
public enum Posture implements Trust {
    /** Nothing beyond agreement and grant limits it. */
    @JsonProperty("normal")
    NORMAL,
    /** Downloads off, every access alerts. */
    @JsonProperty("watch")
    WATCH,
    /** Situational awareness only, and only to look at. */
    @JsonProperty("contained")
    CONTAINED,
    /** Nothing. */
    @JsonProperty("suspended")
    SUSPENDED;

    private static final int CONTAINED_TIER = 1;

    /** Whether it lets a partner do this with information of that tier. */
    public boolean allows(Act act, int tier) {
        return switch (this) {
            case NORMAL -> true;
            case WATCH -> !act.handsOver();
            case CONTAINED -> !act.handsOver() && tier <= CONTAINED_TIER;
            case SUSPENDED -> false;
        };
    }

    @Override
    public Posture at(Instant instant) {
        return this;
    }

    @Override
    public Stream<Instant> turns() {
        return Stream.empty();
    }

    public boolean isStricterThan(Posture other) {
        return compareTo(other) > 0;
    }
}
