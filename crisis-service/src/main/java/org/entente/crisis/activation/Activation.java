package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.crisis.act.Actor;
import org.entente.crisis.plan.Plan;
import org.entente.events.ActivationEnded;
import org.entente.events.ActivationStarted;
import org.entente.events.order.ActivationOrder;
import org.jspecify.annotations.Nullable;

/** A plan in force, or asked to be; the facts from which {@link ActivationLife} tells the state. */
@Entity
@Table(name = "activation")
class Activation extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counts changes, so that of two who act at once the later one is told. */
    @Version
    int revision;

    @Column(updatable = false)
    UUID plan;

    @Column(updatable = false)
    int planVersion;

    @Column(updatable = false)
    @Nullable String partner;

    @Column(updatable = false)
    long durationSeconds;

    @Column(updatable = false)
    String reason;

    @Column(updatable = false)
    boolean criterionMet;

    @Column(updatable = false)
    String requestedBySubject;

    @Column(updatable = false)
    String requestedBy;

    @Column(updatable = false)
    Instant requestedAt;

    @Column(updatable = false)
    Instant confirmBy;

    @Nullable String confirmedBy;

    @Column(updatable = false)
    String planSha256;

    /** Subjects of those who have decided for it, as a JSON array. */
    @Convert(converter = PersonsText.class)
    @Column(columnDefinition = "text")
    List<String> persons;

    @Column(updatable = false)
    long longestSeconds;

    long extendedSeconds;

    int extensions;

    @Nullable Instant activeFrom;

    @Nullable Instant activeUntil;

    @Nullable Instant endedAt;

    @Nullable String endedBy;

    @Nullable String endReason;

    protected Activation() {}

    static Activation requested(Plan plan, String planSha256, ActivationRequest request, Actor actor) {
        Activation activation = new Activation();
        activation.id = UUID.randomUUID();
        activation.plan = plan.id();
        activation.planVersion = plan.version();
        activation.planSha256 = planSha256;
        activation.partner = plan.concernedPartner();
        activation.durationSeconds = request.duration().toSeconds();
        activation.reason = request.reason();
        activation.requestedBySubject = actor.subject();
        activation.requestedBy = actor.name();
        activation.persons = List.of(actor.subject());
        activation.longestSeconds = plan.terms().maxDuration().toSeconds();
        return activation;
    }

    /** Takes the step that the situation allows, in force or waiting; a problem when the machine refuses. */
    void begin(Actor actor, Situation situation, Instant lapses) {
        ActivationState state =
                ActivationLife.request(situation, duration(), actor).orProblem();
        requestedAt = situation.now();
        confirmBy = lapses;
        criterionMet = situation.isCriterionMet();
        if (state == ActivationState.ACTIVE) {
            activate(situation.now());
        }
    }

    /** Another person's confirmation; a problem when the machine refuses. True if it is in force by it. */
    boolean confirm(Actor actor, Situation situation) {
        ActivationState state = life().confirm(actor, situation, duration()).orProblem();
        persons = Stream.concat(persons.stream(), Stream.of(actor.subject())).toList();
        if (state != ActivationState.ACTIVE) {
            return false;
        }
        confirmedBy = actor.name();
        activate(situation.now());
        return true;
    }

    /** What a wish for more time leads to; a problem when the machine refuses. */
    ActivationState extend(Actor actor, Situation situation, Duration by, int most) {
        return life().extend(actor, situation, inAll(by), extensions + 1, most).orProblem();
    }

    /** Lasts longer from now on, as was decided. */
    void lengthen(Duration by) {
        extensions++;
        extendedSeconds += by.toSeconds();
        activeUntil = activeFrom.plus(inAll(Duration.ZERO));
    }

    private Duration inAll(Duration more) {
        return duration().plusSeconds(extendedSeconds).plus(more);
    }

    /** Ends it now; a problem when it has ended. */
    void end(Actor actor, String why, Instant now) {
        life().end(now).orProblem();
        endedAt = now;
        endedBy = actor.name();
        endReason = why;
    }

    /** What there is to tell of the request. */
    ActivationRequested request() {
        return new ActivationRequested(id.toString(), plan.toString(), planVersion, duration(), criterionMet, reason);
    }

    /** What there is to tell once it is in force. */
    ActivationStarted start(String signed) {
        return new ActivationStarted(
                id.toString(), plan.toString(), planVersion, activeFrom, activeUntil, reason, signed);
    }

    /** What access-service is to carry out, so that it is in force. */
    ActivationOrder order() {
        return order(ActivationOrder.Act.START, 0, criterionMet, persons, activeFrom);
    }

    /** The same so that it stays in force for longer. */
    ActivationOrder extension(boolean isCriterionMet, List<String> by, Instant at) {
        return order(ActivationOrder.Act.EXTEND, extensions, isCriterionMet, by, at);
    }

    private ActivationOrder order(
            ActivationOrder.Act act, int number, boolean isCriterionMet, List<String> by, Instant at) {
        return new ActivationOrder(
                act,
                id.toString(),
                plan.toString(),
                planVersion,
                planSha256,
                number,
                activeFrom,
                activeUntil,
                isCriterionMet,
                by,
                at);
    }

    /** What there is to tell once someone has ended it. */
    ActivationEnded ending() {
        return new ActivationEnded(id.toString(), plan.toString(), endedAt, endedBy, endReason);
    }

    /** Whether a plan is in force at an instant. */
    static Uni<Boolean> isAnyActive(UUID plan, Instant now) {
        return count("plan = ?1 and endedAt is null and activeUntil > ?2", plan, now)
                .map(count -> count > 0);
    }

    /** Whether a plan is in force at an instant because signals called for it. */
    static Uni<Boolean> isAnyOfSignals(UUID plan, Instant now) {
        return count("plan = ?1 and endedAt is null and activeUntil > ?2 and criterionMet = true", plan, now)
                .map(count -> count > 0);
    }

    /** What of a plan no one has ended, locked, so that not even the clock ends it meanwhile. */
    static Uni<List<Activation>> openLocked(UUID plan) {
        return Activation.<Activation>find("plan = ?1 and endedAt is null", plan)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    ActivationState stateAt(Instant now) {
        return life().at(now);
    }

    /** How it ended, if it has by {@code now}, whether or not a replica has written it down yet. */
    @Nullable Ending endingAt(Instant now) {
        if (endedAt != null && endedBy != null && endReason != null) {
            return new Ending(endedAt, endedBy, endReason);
        }
        return stateAt(now) == ActivationState.ENDED ? Ending.byClock(life().closes(), activeUntil != null) : null;
    }

    Duration duration() {
        return Duration.ofSeconds(durationSeconds);
    }

    private void activate(Instant now) {
        activeFrom = now;
        activeUntil = now.plus(duration());
    }

    private ActivationLife life() {
        return new ActivationLife(Set.copyOf(persons), criterionMet, confirmBy, activeUntil, endedAt);
    }
}
