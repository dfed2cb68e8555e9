package org.entente.access.posture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** That causes be taken away: proposed by one person, approved by another, and void if nobody does in time. */
@Entity
@Table(name = "restoration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Restoration extends PanacheEntityBase {
    private static final Duration OPEN = Duration.ofDays(7);

    /** Where it stands; that its time is over is not stored. */
    public enum State {
        @JsonProperty("proposed")
        PROPOSED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("expired")
        EXPIRED
    }

    /** Who acts: the stable identifier, and the name for people to read. */
    record Person(String subject, String name, String actor) {}

    @Id
    public UUID id;

    public String partner;

    @JsonIgnore
    @Enumerated(EnumType.STRING)
    State state;

    @JsonIgnore
    @Column(columnDefinition = "text")
    String causes;

    public String reason;

    @JsonIgnore
    @Column(name = "proposed_by")
    String proposedBy;

    @JsonProperty("proposedBy")
    public String proposer;

    @Column(name = "proposed_at")
    public Instant proposedAt;

    @JsonProperty("until")
    @Column(name = "valid_until")
    public Instant openUntil;

    @JsonIgnore
    @Column(name = "decided_by")
    @Nullable String decidedBy;

    @JsonProperty("decidedBy")
    public @Nullable String decider;

    @Column(name = "decided_at")
    public @Nullable Instant decidedAt;

    @Version
    @JsonIgnore
    @Column(name = "lock_version")
    long lockVersion;

    protected Restoration() {}

    static Restoration proposed(String partner, List<UUID> causes, String reason, Person proposer, Instant now) {
        Restoration restoration = new Restoration();
        restoration.id = UUID.randomUUID();
        restoration.partner = partner;
        restoration.state = State.PROPOSED;
        restoration.causes = Document.write(causes);
        restoration.reason = reason;
        restoration.proposedBy = proposer.subject();
        restoration.proposer = proposer.name();
        restoration.proposedAt = now;
        restoration.openUntil = now.plus(OPEN);
        return restoration;
    }

    List<UUID> causes() {
        return List.of(Document.read(causes, UUID[].class));
    }

    State stateAt(Instant now) {
        return state == State.PROPOSED && !now.isBefore(openUntil) ? State.EXPIRED : state;
    }

    String tag() {
        return Revision.tag(id, lockVersion);
    }

    void move(RestorationMove move, Person person, Instant now) {
        state = move.from(stateAt(now), new RestorationMove.Mover(proposedBy.equals(person.subject())));
        decidedBy = person.subject();
        decider = person.name();
        decidedAt = now;
    }
}
