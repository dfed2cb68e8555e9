package org.entente.access.posture;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.partner.Posture;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Adds and takes away causes, and tells what became of the postures, in the current Panache transaction. Whoever changes
 * causes of a partner holds its row, so that no two weigh them at once.
 */
@ApplicationScoped
public class Postures {
    private static final String TOUCHED = "partner = ?1 or partner is null or partner = ?2";

    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    Postures(Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is told of a change; addressed to nobody, since that a partner is watched is not for the partner to read. */
    @RegisterForReflection
    record Changed(Posture from, Posture to, @Nullable String reason, List<Weight> causes) {}

    /** A cause as it is told. */
    @RegisterForReflection
    record Weight(
            UUID id,
            Cause.Kind kind,
            String reference,
            Posture posture,
            Instant from,
            @Nullable Instant until) {
        static Weight of(Cause cause) {
            return new Weight(cause.id, cause.kind, cause.reference, cause.posture, cause.begins, cause.ends);
        }
    }

    /** Adds a cause, unless the same is known; the posture falls with it if it is stricter than the others. */
    public Uni<Void> fall(Fall fall) {
        return touched(fall.partner()).chain(partners -> Epoch.now().chain(now -> known(fall)
                .chain(known -> known > 0 ? Uni.createFrom().voidItem() : add(Cause.of(fall, now), partners, now))));
    }

    private Uni<Void> add(Cause cause, List<Partner> partners, Instant now) {
        return cause.persist()
                .chain(() -> settle(
                        partners,
                        now,
                        cause.actor,
                        cause.reason,
                        List.of(event(EventTypes.POSTURE_CAUSE_ADDED, subject(cause), cause.actor, cause))));
    }

    /** Takes away the causes that are there and not taken away yet. */
    Uni<Void> lift(List<Cause> causes, @Nullable String partner, Lifting lifting) {
        return touched(partner).chain(partners -> Epoch.now().chain(now -> {
            List<Event> events = new ArrayList<>();
            for (Cause cause : causes) {
                if (cause.liftedAt == null) {
                    cause.lift(lifting.by(), lifting.reason(), now);
                    events.add(event(EventTypes.POSTURE_CAUSE_LIFTED, subject(cause), lifting.actor(), cause));
                }
            }
            return settle(partners, now, lifting.actor(), lifting.reason(), events);
        }));
    }

    /** Takes away exactly what one source caused; nothing happens if it caused nothing. */
    public Uni<Void> lift(Cause.Kind kind, String reference, @Nullable String partner, Lifting lifting) {
        return touched(partner)
                .chain(() -> Cause.<Cause>list(
                        "kind = ?1 and reference = ?2 and liftedAt is null and coalesce(partner, '*') = ?3",
                        kind,
                        reference,
                        Objects.requireNonNullElse(partner, "*")))
                .chain(causes -> causes.isEmpty() ? Uni.createFrom().voidItem() : lift(causes, partner, lifting));
    }

    /**
     * Takes away what has not begun to weigh: another takes its place, so that nobody is trusted more for it.
     *
     * @param begins how the references of those that are replaced begin
     */
    public Uni<Void> replace(Cause.Kind kind, String begins, String partner, String by, String why) {
        return touched(partner)
                .chain(() -> Epoch.now())
                .chain(now -> Cause.<Cause>list(
                                "kind = ?1 and partner = ?2 and liftedAt is null and begins > ?3", kind, partner, now)
                        .invoke(causes -> causes.stream()
                                .filter(cause -> cause.reference.startsWith(begins))
                                .forEach(cause -> cause.lift(by, why, now))))
                .replaceWithVoid();
    }

    /** Tells what the clock has changed of a partner's posture. */
    Uni<Void> notice(String partner) {
        return touched(partner).chain(partners -> Epoch.now()
                .chain(now -> settle(partners, now, null, "The time of a cause has come, or is over.", List.of())));
    }

    /** The causes that weigh on a partner: its own, those of the state it belongs to, and those about all. */
    static Uni<List<Cause>> of(Partner partner) {
        return Cause.list(
                "(" + TOUCHED + ") and liftedAt is null order by begins, id", partner.code, memberOf(partner));
    }

    private static String memberOf(Partner partner) {
        return Objects.requireNonNullElse(partner.memberOf, partner.code);
    }

    private static Uni<Long> known(Fall fall) {
        if (fall.reference() == null) {
            return Uni.createFrom().item(0L);
        }
        return Cause.count(
                "kind = ?1 and reference = ?2 and coalesce(partner, '*') = ?3",
                fall.kind(),
                fall.reference(),
                Objects.requireNonNullElse(fall.partner(), "*"));
    }

    /** The partner with the organisations that belong to it, or all; locked in one order, so that no two wait for each other. */
    private static Uni<List<Partner>> touched(@Nullable String partner) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select code from Partner where ?1 = '*' or code = ?1 or memberOf = ?1 order by code",
                                String.class)
                        .setParameter(1, Objects.requireNonNullElse(partner, "*"))
                        .getResultList())
                .invoke(codes -> {
                    if (partner != null && codes.isEmpty()) {
                        throw Problem.notFound();
                    }
                })
                .onItem()
                .transformToMulti(codes -> Multi.createFrom().iterable(codes))
                .onItem()
                .transformToUniAndConcatenate(Partner::locked)
                .collect()
                .asList();
    }

    /** Weighs anew, ends the epoch, and tells; the last step of its transaction. */
    private Uni<Void> settle(
            List<Partner> partners, Instant now, @Nullable String actor, @Nullable String reason, List<Event> first) {
        List<Event> events = new ArrayList<>(first);
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> Multi.createFrom()
                        .iterable(partners)
                        .onItem()
                        .transformToUniAndConcatenate(
                                partner -> of(partner).invoke(causes -> weigh(partner, causes, now, actor, reason)
                                        .ifPresent(events::add)))
                        .collect()
                        .asList())
                .chain(epoch::advance)
                .chain(() -> outbox.append(events.toArray(Event[]::new)));
    }

    private Optional<Event> weigh(
            Partner partner, List<Cause> causes, Instant now, @Nullable String actor, @Nullable String reason) {
        Posture before = partner.told();
        Posture after = Cause.strictest(causes, now);
        partner.posture = Cause.lasting(causes, now);
        partner.announced = after;
        if (before == after) {
            return Optional.empty();
        }
        List<Weight> live = causes.stream()
                .filter(cause -> cause.isLive(now))
                .map(Weight::of)
                .toList();
        return Optional.of(
                event(EventTypes.POSTURE_CHANGED, partner.code, actor, new Changed(before, after, reason, live)));
    }

    private Event event(String type, String subject, @Nullable String actor, Object data) {
        return Event.of(type, subject, null, actor, json.valueToTree(data));
    }

    private static String subject(Cause cause) {
        return Objects.requireNonNullElse(cause.partner, "all");
    }
}
