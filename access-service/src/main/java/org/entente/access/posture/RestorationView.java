package org.entente.access.posture;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A restoration as it stands. */
public record RestorationView(
        Restoration.State state,
        List<UUID> causes,
        @JsonUnwrapped Restoration restoration) {

    static RestorationView of(Restoration restoration, Instant now) {
        return new RestorationView(restoration.stateAt(now), restoration.causes(), restoration);
    }
}
