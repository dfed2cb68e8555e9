package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An agreement as both parties read it. */
public record AgreementView(
        UUID id, State state, int version, @JsonUnwrapped Terms terms, List<Consent> consents) {

    static AgreementView of(Agreement agreement, Instant now) {
        List<Consent> inOrder = agreement.consents.stream()
                .sorted(Comparator.comparing(Consent::at))
                .toList();
        return new AgreementView(agreement.id, agreement.stateAt(now), agreement.version, agreement.terms(), inOrder);
    }
}
