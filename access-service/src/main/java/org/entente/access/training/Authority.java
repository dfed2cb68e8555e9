package org.entente.access.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.access.countersigned.Countersignature;
import org.entente.access.countersigned.Countersigned;
import org.entente.access.countersigned.State;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;
import org.hibernate.annotations.DynamicUpdate;

/** Somebody who is recognised to attest training of one partner's persons. */
@Entity
@Table(name = "training_authority")
@DynamicUpdate // the service may change where it stands, and never what was proposed
public class Authority extends Countersigned {
    @Column(name = "partner")
    String partner;

    protected Authority() {}

    static Authority of(AuthorityTerms stated) {
        Authority authority = new Authority();
        authority.partner = stated.partner();
        authority.validUntil = stated.until();
        authority.terms = Document.write(stated);
        return authority;
    }

    /** As the home side and the partner read it. */
    @RegisterForReflection
    public record View(
            UUID id,
            @JsonUnwrapped Countersignature signature,
            @JsonUnwrapped AuthorityTerms terms) {}

    AuthorityTerms terms() {
        return Document.read(terms, AuthorityTerms.class);
    }

    /** Whether somebody of a nation attests for it. */
    boolean isServedBy(String person, String nation) {
        return partner.equals(nation) && terms().officers().contains(person);
    }

    static Uni<Boolean> isServed(UUID authority, String person, String nation) {
        return Authority.<Authority>findById(authority).map(found -> found != null && found.isServedBy(person, nation));
    }

    /** A 404 problem for who does not attest for the authority of a sheet; nobody attests for an exercise. */
    static Uni<Void> requireServed(Sheet sheet, String person, String nation) {
        UUID authority = sheet.authority();
        return (authority == null
                        ? Uni.createFrom().item(false)
                        : Panache.withSession(() -> isServed(authority, person, nation)))
                .invoke(isServed -> {
                    if (!isServed) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    boolean isRecognised(Instant now) {
        return stateAt(now) == State.IN_FORCE;
    }

    @Override
    protected Set<String> concerned() {
        return Set.copyOf(terms().officers());
    }

    @Override
    protected String audience() {
        return partner;
    }

    @Override
    public View view(Instant now) {
        return new View(id, signature(now), terms());
    }
}
