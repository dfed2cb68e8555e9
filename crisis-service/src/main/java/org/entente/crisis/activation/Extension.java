package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.crisis.act.Actor;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** That an activation is to last longer: asked by one person, and decided by as many as it takes. */
@Entity
@IdClass(Extension.Key.class)
@Table(name = "activation_extension")
class Extension extends PanacheEntityBase {
    @Id
    UUID activation;

    @Id
    int number;

    @Version
    int revision;

    @Column(updatable = false)
    long seconds;

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

    @Convert(converter = PersonsText.class)
    @Column(columnDefinition = "text")
    List<String> persons;

    @Nullable Instant decidedAt;

    protected Extension() {}

    /** Which extension of which activation. */
    record Key(UUID activation, int number) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static Extension requested(
            Activation activation, ExtensionRequest request, Actor actor, Situation situation, Instant lapses) {
        Extension extension = new Extension();
        extension.activation = activation.id;
        extension.seconds = request.duration().toSeconds();
        extension.reason = request.reason();
        extension.criterionMet = situation.isCriterionMet();
        extension.requestedBySubject = actor.subject();
        extension.requestedBy = actor.name();
        extension.requestedAt = situation.now();
        extension.confirmBy = lapses;
        extension.persons = List.of(actor.subject());
        return extension;
    }

    static Uni<@Nullable Extension> of(UUID activation, int number) {
        return Extension.<Extension>find("activation = ?1 and number = ?2", activation, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** How many have been asked for so far; those that lapsed keep their numbers. */
    static Uni<Long> askedFor(UUID activation) {
        return count("activation", activation);
    }

    /** Another person decides; a problem where that person cannot, or it is not open. True if it is decided by it. */
    boolean confirm(Actor actor, Situation situation) {
        if (persons.contains(actor.subject())) {
            throw Problem.forbidden("A second person must confirm: you have decided for it already.");
        }
        if (decidedAt != null || !situation.now().isBefore(confirmBy)) {
            throw Problem.conflict(null, "The extension is not open any more.");
        }
        persons = Stream.concat(persons.stream(), Stream.of(actor.subject())).toList();
        return persons.size() >= situation.needed(criterionMet);
    }

    Duration by() {
        return Duration.ofSeconds(seconds);
    }
}
