package org.entente.catalog.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data room: open until it is closed or its time is over, and then closed for good.
 *
 * @param version of its terms
 * @param closed when somebody closed it
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Room(
        UUID id,
        State state,
        int version,
        RoomTerms terms,
        Instant opened,
        String openedBy,
        @Nullable Instant closed,
        @Nullable String reason) {

    /** Whether anybody may come in. */
    enum State {
        open,
        closed,
        /** Its time is over. */
        ended
    }

    /** As it is at an instant. */
    static Room at(
            Instant now,
            UUID id,
            int version,
            RoomTerms terms,
            Instant opened,
            String openedBy,
            @Nullable Instant closed,
            @Nullable String reason) {
        boolean isOver = terms.until() == null || !now.isBefore(terms.until());
        State state = closed != null ? State.closed : isOver ? State.ended : State.open;
        return new Room(id, state, version, terms, opened, openedBy, closed, reason);
    }

    Optional<Refusal> refusal(Visit visit) {
        Optional<Refusal> refusal = terms.refusal(visit);
        return state == State.open || refusal.equals(Optional.of(Refusal.NOT_A_MEMBER))
                ? refusal
                : Optional.of(Refusal.ENDED);
    }
}
