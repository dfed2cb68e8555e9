package org.entente.crisis.plan;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.crisis.act.Actor;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A plan with the consents it has; its terms change only by the database, to those of a version that all have consented to. */
@Entity
@Table(name = "plan")
public class Plan extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counts changes, so that of two officers who act at once the later one is told. */
    @Version
    int revision;

    /** Of the terms. */
    @Column(name = "version", updatable = false)
    int version;

    @Convert(converter = TermsText.class)
    @Column(updatable = false, columnDefinition = "text")
    Terms terms;

    @Enumerated(EnumType.STRING)
    PlanState state;

    @Convert(converter = ConsentsText.class)
    @Column(columnDefinition = "text")
    List<Consent> consents;

    /** The version that lies on the table; the same where there is no other. */
    int openVersion;

    protected Plan() {}

    private Plan(Terms terms) {
        this.id = UUID.randomUUID();
        this.version = 1;
        this.openVersion = 1;
        this.terms = terms;
        this.state = PlanState.PROPOSED;
        this.consents = List.of();
    }

    static Plan proposed(Terms terms) {
        return new Plan(terms);
    }

    /** The plan with its row locked until the end of the transaction: nothing else activates or withdraws it meanwhile. */
    public static Uni<@Nullable Plan> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lays another version on the table and says its number; a problem when the machine refuses. */
    int amend(Actor actor) {
        life().amend(actor).orProblem();
        return ++openVersion;
    }

    /** Takes the plan out of use for good; a problem when the machine refuses. */
    public void withdraw(Actor actor) {
        state = life().withdraw(actor).orProblem();
    }

    /** This plan, if it exists for the actor; else the same 404 problem as for one that does not exist at all. */
    public static Plan visible(@Nullable Plan plan, Actor actor) {
        if (plan == null || !plan.isParty(actor)) {
            throw Problem.notFound();
        }
        return plan;
    }

    public boolean isParty(Actor actor) {
        return life().isParty(actor);
    }

    /**
     * The partner whom events of this plan concern. Each fact is told in exactly one event, and an event names at most
     * one partner: with several partners it names none, and only the home side finds its record by partner.
     */
    public @Nullable String concernedPartner() {
        return terms.partners().size() == 1 ? terms.partners().get(0) : null;
    }

    /** What the parties signed, as it counts. */
    public PlanDocument document(String home) {
        return PlanDocument.of(id, version, terms, home);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Terms terms() {
        return terms;
    }

    public PlanState state() {
        return state;
    }

    private PlanLife life() {
        return new PlanLife(state, Set.copyOf(terms.partners()), version, openVersion);
    }
}
