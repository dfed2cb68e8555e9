package org.entente.access.policy;

import java.time.Instant;
import java.util.List;
import org.entente.access.grant.GrantTerms;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;

/** A grant as decisions ask for it, with what it says together with its agreement. */
public final class HeldGrant {
    private final int tier;
    private final long expiry;
    private final long reviewDue;
    private final long categories;
    private final long purposes;
    private final GrantTerms terms;
    private final String clause;
    private final List<String> grounds;
    private final Instant until;

    HeldGrant(Grant grant, Agreement agreement, String purposesClause, Words words) {
        this.tier = grant.terms().tier();
        this.expiry = Micros.from(grant.terms().until());
        this.reviewDue = Micros.from(grant.terms().reviewDue());
        this.categories = words.add(grant.terms().categories());
        this.purposes = words.add(grant.terms().purposes());
        this.terms = grant.terms();
        this.clause = "grant " + grant.id();
        this.grounds = List.of(purposesClause, clause);
        this.until = Holding.earlier(agreement.terms().until(), grant.terms().until());
    }

    /** What speaks of it. */
    public String clause() {
        return clause;
    }

    /** What permits, where nothing is unmet. */
    public List<String> grounds() {
        return grounds;
    }

    /** When the first of the grounds ends. */
    public Instant until() {
        return until;
    }

    /** Whether it is about all of the categories. */
    public boolean isAbout(Reach reach) {
        return reach.seemsWithin(categories)
                && (reach.aim().areBitsEnough()
                        || terms.categories()
                                .containsAll(reach.meaning().label().categories()));
    }

    /** Whether it is for the purpose; any is, where none is stated. */
    public boolean isFor(Reach reach) {
        Aim aim = reach.aim();
        return aim.seemsAmong(purposes) && (aim.areBitsEnough() || aim.isAmong(terms.purposes()));
    }

    public boolean isExpired(long micros) {
        return micros >= expiry;
    }

    public boolean isOverdue(long micros) {
        return micros >= reviewDue;
    }

    public boolean reaches(int deep) {
        return deep <= tier;
    }
}
