package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as all its parties read it.
 *
 * @param consents to this version
 * @param amendment on the table while this version stays as it is
 * @param reviewDue when the parties are to review it next
 */
@TemplateData
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
        UUID id,
        State state,
        int version,
        @JsonUnwrapped Terms terms,
        List<Consent> consents,
        @Nullable Amendment amendment,
        @Nullable Suspension suspension,
        @Nullable Instant reviewDue) {

    /** Another version on the table. */
    @TemplateData
    public record Amendment(int version, Terms terms, List<Consent> consents) {}

    /** By whom, when and why; and who would resume. */
    @TemplateData
    public record Suspension(
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String reason,
            List<Resumption> resuming) {}

    static AgreementView of(Agreement agreement, Instant now) {
        Terms terms = agreement.terms();
        return new AgreementView(
                agreement.id,
                agreement.stateAt(now),
                agreement.version,
                terms,
                consents(agreement, agreement.version),
                agreement
                        .amendment()
                        .map(amendment -> new Amendment(
                                agreement.openVersion(), amendment, consents(agreement, agreement.openVersion())))
                        .orElse(null),
                agreement.state == State.SUSPENDED ? suspension(agreement) : null,
                reviewDue(terms, now));
    }

    private static Suspension suspension(Agreement agreement) {
        List<Resumption> resuming = agreement.resumptions.stream()
                .filter(resumption -> resumption.suspension() == agreement.halt.count)
                .sorted(Comparator.comparing(Resumption::at))
                .toList();
        return new Suspension(agreement.halt.by, agreement.halt.at, agreement.halt.reason, resuming);
    }

    private static List<Consent> consents(Agreement agreement, int version) {
        return agreement.consents.stream()
                .filter(consent -> consent.version() == version)
                .sorted(Comparator.comparing(Consent::at))
                .toList();
    }

    /** The first turn of the interval after now, counted from the beginning in UTC; none after the end. */
    static @Nullable Instant reviewDue(Terms terms, Instant now) {
        Period every = terms.undertaken().reviewEvery();
        if (every == null) {
            return null;
        }
        var start = terms.from().atOffset(ZoneOffset.UTC);
        int turn = 1;
        Instant due = start.plus(every).toInstant();
        while (!due.isAfter(now) && due.isBefore(terms.until())) {
            turn++;
            due = start.plus(every.multipliedBy(turn)).toInstant();
        }
        return due.isBefore(terms.until()) ? due : null;
    }
}
