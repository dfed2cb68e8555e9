package org.entente.access.sanction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.agreement.Agreement;
import org.entente.access.agreement.Enforcement;
import org.entente.access.agreement.Step;
import org.entente.access.agreement.Terms;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Posture;
import org.entente.access.posture.Cause;
import org.entente.access.posture.Fall;
import org.entente.access.posture.Postures;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Applies what a breach has for its consequences, each step once, in the current Panache transaction. */
@ApplicationScoped
public class Sanctions {
    private static final String NOTE =
            "insert into sanction (investigation, agreement, partner, step, until, applied_at)"
                    + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing";
    private static final String WITHDRAW =
            "update partner_grant set state = 'WITHDRAWN', lock_version = lock_version + 1"
                    + " where agreement = ?1 and partner = ?2 and state <> 'WITHDRAWN' returning id";

    private final Enforcement enforcement;
    private final Postures postures;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    Sanctions(Enforcement enforcement, Postures postures, Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.enforcement = enforcement;
        this.postures = postures;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /** As it is told to audit-service, which tracks it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Applied(
            String investigation,
            @Nullable UUID agreement,
            String partner,
            Step step,
            @Nullable Instant until) {}

    @RegisterForReflection
    private record Withdrawn(UUID agreement, String reason) {}

    /**
     * Applies the consequences under every agreement concerned; where there is none, those of the published rules.
     *
     * @param agreement that was breached; absent for all that the partner has
     */
    public Uni<Void> apply(BreachConfirmed breach, @Nullable UUID agreement) {
        return Epoch.now().chain(now -> enforcement
                .concerned(breach.partner(), agreement, now)
                .chain(agreements -> agreements.isEmpty()
                        ? each(breach, null, Measures.under(null, breach.severity(), now), now)
                        : under(breach, agreements, now)));
    }

    private Uni<Void> under(BreachConfirmed breach, List<Agreement> agreements, Instant now) {
        return Multi.createFrom()
                .iterable(agreements)
                .onItem()
                .transformToUniAndConcatenate(agreement -> {
                    Terms terms = agreement.terms();
                    return each(breach, agreement, Measures.under(terms, breach.severity(), now), now);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> each(BreachConfirmed breach, @Nullable Agreement agreement, Measures measures, Instant now) {
        return Multi.createFrom()
                .iterable(measures.steps())
                .onItem()
                .transformToUniAndConcatenate(step -> once(
                        new Applied(
                                breach.investigation(),
                                agreement == null ? null : agreement.id,
                                breach.partner(),
                                step,
                                lowered(step).isPresent() ? measures.until() : null),
                        agreement,
                        now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> once(Applied sanction, @Nullable Agreement agreement, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter(1, sanction.investigation())
                        .setParameter(2, sanction.agreement())
                        .setParameter(3, sanction.partner())
                        .setParameter(4, sanction.step().name())
                        .setParameter(5, sanction.until())
                        .setParameter(6, now)
                        .executeUpdate())
                .chain(noted -> noted == 0
                        ? Uni.createFrom().voidItem()
                        : effect(sanction, agreement, now).chain(() -> outbox.append(told(sanction))));
    }

    private Uni<Void> effect(Applied sanction, @Nullable Agreement agreement, Instant now) {
        Optional<Posture> posture = lowered(sanction.step());
        if (posture.isPresent()) {
            return postures.fall(new Fall(
                    sanction.partner(),
                    Cause.Kind.BREACH,
                    sanction.investigation() + "/" + sanction.step().wireName()
                            + (sanction.agreement() == null ? "" : "/" + sanction.agreement()),
                    posture.get(),
                    "Breach confirmed: investigation " + sanction.investigation() + ".",
                    null,
                    now,
                    sanction.until()));
        }
        if (agreement == null) {
            return Uni.createFrom().voidItem();
        }
        String reason = "Breach confirmed: investigation " + sanction.investigation() + ".";
        return sanction.step() == Step.GRANTS_WITHDRAWN
                ? withdrawGrants(agreement, sanction.partner(), reason)
                : enforcement.apply(sanction.step(), agreement, reason, now);
    }

    /** How far the posture falls for a step; empty for one that does something else. */
    private static Optional<Posture> lowered(Step step) {
        return switch (step) {
            case ENHANCED_MONITORING -> Optional.of(Posture.WATCH);
            case CONTAINED -> Optional.of(Posture.CONTAINED);
            case PARTNER_SUSPENDED -> Optional.of(Posture.SUSPENDED);
            case REMINDER, NOTIFICATION, GRANTS_WITHDRAWN, AGREEMENT_SUSPENDED, TERMINATION, PUBLIC_STATEMENT ->
                Optional.empty();
        };
    }

    private Uni<Void> withdrawGrants(Agreement agreement, String partner, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW, UUID.class)
                        .setParameter(1, agreement.id)
                        .setParameter(2, partner)
                        .getResultList())
                .chain(grants -> epoch.advance()
                        .chain(() -> outbox.append(grants.stream()
                                .map(grant -> Event.of(
                                        EventTypes.GRANT_WITHDRAWN,
                                        grant.toString(),
                                        partner,
                                        null,
                                        json.valueToTree(new Withdrawn(agreement.id, reason))))
                                .toArray(Event[]::new))));
    }

    private Event told(Applied sanction) {
        return Event.of(EventTypes.SANCTION_APPLIED, sanction.investigation(), null, null, json.valueToTree(sanction));
    }
}
