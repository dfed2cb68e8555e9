package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.request.Request.Outcome;
import org.entente.access.request.Request.Said;
import org.entente.access.routing.Absences;
import org.entente.access.routing.Priority;
import org.entente.access.routing.RoutingRules.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is read: the same for both sides, but for what the home side alone knows.
 *
 * @param due when the answer is; absent while the partner is asked something
 * @param home absent for the partner
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        UUID id,
        String partner,
        State state,
        String requester,
        @JsonUnwrapped Wanted wanted,
        Priority priority,
        String why,
        Instant submittedAt,
        @Nullable Instant due,
        Instant lapses,
        List<Said> dialogue,
        @Nullable Answer answer,
        @Nullable Home home) {

    /** What both sides read of the answer; who gave it is for the home side. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            Instant at,
            String rationale,
            @Nullable UUID grant,
            @Nullable GrantTerms terms,
            @Nullable Refusal reason,
            @Nullable String remedy) {
        private static @Nullable Answer of(@Nullable Outcome outcome) {
            return outcome == null
                    ? null
                    : new Answer(
                            outcome.at(),
                            outcome.rationale(),
                            outcome.grant(),
                            outcome.terms(),
                            outcome.refusal(),
                            outcome.refusal() == null ? null : outcome.refusal().remedy());
        }
    }

    /** What the home side alone knows: who answers, whether it is late, and why it was answered so. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Home(
            @Nullable Assignment assignment,
            @Nullable String responsible,
            boolean late,
            @Nullable Instant escalatedAt,
            @Nullable String officer,
            @Nullable String rationale) {}

    /** Who reads, and when. */
    record Reading(boolean isHome, Absences absences, Instant now) {}

    static RequestView of(AccessRequest stored, Reading reading) {
        Request request = stored.request();
        return new RequestView(
                stored.id,
                stored.partner,
                request.stateAt(reading.now()),
                request.requester().name(),
                request.wanted(),
                request.priority(),
                request.why(),
                request.submittedAt(),
                request.due(),
                request.lapses(),
                reading.isHome() ? request.dialogue() : unnamed(request.dialogue(), stored.partner),
                Answer.of(request.outcome()),
                reading.isHome() ? home(request, reading) : null);
    }

    private static Home home(Request request, Reading reading) {
        Outcome outcome = request.outcome();
        return new Home(
                request.assignment(),
                request.responsible(reading.absences()).orElse(null),
                request.isLateAt(reading.now()),
                request.escalatedAt(),
                outcome == null ? null : outcome.officer().name(),
                outcome == null ? null : outcome.homeRationale());
    }

    /** Which officer of the home side asked is not for the partner. */
    private static List<Said> unnamed(List<Said> dialogue, String partner) {
        return dialogue.stream()
                .map(said -> said.nation().equals(partner)
                        ? said
                        : new Said(said.nation(), said.nation(), said.at(), said.text()))
                .toList();
    }
}
