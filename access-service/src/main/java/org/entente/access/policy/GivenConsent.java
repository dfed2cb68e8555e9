package org.entente.access.policy;

import java.time.Instant;
import java.util.UUID;
import org.entente.access.consent.ConsentTerms;
import org.entente.access.consent.Giver;
import org.entente.access.consent.Material;
import org.entente.label.Act;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/** A consent that was given and not taken back, as decisions ask for it. */
public final class GivenConsent {
    private final UUID id;
    private final ConsentTerms terms;
    private final Instant from;
    private final Instant until;
    private final long beginning;
    private final long end;
    private final int ceiling;
    private final String clause;
    private final @Nullable Bound bound;

    /**
     * @param from when it was given
     * @param until first instant no more
     */
    public GivenConsent(UUID id, ConsentTerms terms, Instant from, Instant until) {
        this(id, terms, from, until, "consent " + id, null);
    }

    /** What more must be so for a consent to count. */
    interface Bound {
        boolean includes(String recipient, Reach reach, Instant instant);
    }

    /** One that was given beforehand for what an activation reaches, and for nothing else. */
    static GivenConsent during(Activation activation, UUID id, ConsentTerms terms, Instant from, Bound bound) {
        String clause =
                "pre-consent " + id + " (plan " + activation.plan().id() + ", activation " + activation.id() + ")";
        return new GivenConsent(id, terms, from, activation.until(), clause, bound);
    }

    private GivenConsent(
            UUID id, ConsentTerms terms, Instant from, Instant until, String clause, @Nullable Bound bound) {
        this.bound = bound;
        this.id = id;
        this.terms = terms;
        this.from = from;
        this.until = until;
        this.beginning = Micros.from(from);
        this.end = Micros.from(until);
        this.ceiling = terms.material().ceiling() == null
                ? Integer.MAX_VALUE
                : Ceiling.of(terms.material().ceiling());
        this.clause = clause;
    }

    UUID id() {
        return id;
    }

    ConsentTerms terms() {
        return terms;
    }

    Instant from() {
        return from;
    }

    /** When it ends. */
    public Instant until() {
        return until;
    }

    /** What speaks of it. */
    public String clause() {
        return clause;
    }

    boolean isBy(Giver.Kind kind, String code) {
        return terms.giver().kind() == kind && terms.giver().code().equals(code);
    }

    /** Whether it lets that go of what the giver has a say in, at an instant (see {@link Micros}). */
    boolean covers(String recipient, Reach reach, String asset, long micros) {
        return beginning <= micros
                && micros < end
                && isFor(reach)
                && includes(reach, asset)
                && (bound == null || bound.includes(recipient, reach, Micros.instant(micros)));
    }

    /** Any purpose will do where none is stated, and who may have something may know of it. */
    private boolean isFor(Reach reach) {
        return (reach.purpose() == null || reach.purpose().equals(terms.purpose()))
                && (reach.act() == Act.DISCOVER
                        || terms.actions().contains(reach.act().wireName()));
    }

    private boolean includes(Reach reach, String asset) {
        if (reach.meaning().classification() > ceiling) {
            return false;
        }
        Material material = terms.material();
        if (material.asset() != null) {
            return material.asset().equals(asset);
        }
        NormalLabel label = reach.meaning().label();
        return material.categories().containsAll(label.categories())
                && material.compartments().containsAll(label.compartments());
    }
}
