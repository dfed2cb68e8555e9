package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question for consent as its asker and its giver read it.
 *
 * @param validUntil until when the question is open, the consent given, or the refusal stands
 * @param reason of the refusal, or of taking it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentView(
        UUID id,
        State state,
        @JsonUnwrapped ConsentTerms terms,
        Instant validUntil,
        String asker,
        Instant askedAt,
        @Nullable String answerer,
        @Nullable Instant answeredAt,
        @Nullable String withdrawer,
        @Nullable Instant withdrawnAt,
        @Nullable String reason) {

    static ConsentView of(Consent consent, Instant now) {
        return new ConsentView(
                consent.id,
                consent.stateAt(now),
                consent.terms(),
                consent.validUntil,
                consent.asker,
                consent.askedAt,
                consent.answerer,
                consent.answeredAt,
                consent.withdrawer,
                consent.withdrawnAt,
                consent.reason);
    }
}
