package org.entente.access.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.access.grant.GrantTerms;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.jspecify.annotations.Nullable;

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
    private final boolean isBound;
    private final @Nullable Set<String> assets;

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
        this.assets = grant.assets();
        this.isBound = assets != null || grant.terms().isPersonal();
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

    /** Whether it is not for everybody of the partner, or not for every asset. */
    public boolean isBound() {
        return isBound;
    }

    /** Whether it is for this one and about this asset. */
    public boolean isFor(Particular particular) {
        return isForReader(particular) && (assets == null || assets.contains(particular.asset()));
    }

    /** The assets that it is bound to, where it is for this one; empty where it is bound to none. */
    Set<String> assetsFor(Particular particular) {
        return assets != null && isForReader(particular) ? assets : Set.of();
    }

    private boolean isForReader(Particular particular) {
        return (terms.person() == null || terms.person().equals(particular.person()))
                && (terms.unit() == null || terms.unit().equals(particular.unit()));
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
