package org.entente.access.grant;

import java.time.Instant;
import java.util.Optional;
import org.entente.access.agreement.Terms;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** How far grants reach compared with one another, and with their agreement. The only place that says so. */
public final class Width {
    private Width() {}

    /** Refuses a grant that is wider than its agreement, with a 422 problem that names the field. */
    public static void requireWithin(GrantTerms grant, Terms agreement) {
        if (grant.tier() > agreement.maxTier()) {
            throw Problem.unprocessable("/tier", "reaches deeper than the agreement's maxTier");
        }
        if (!agreement.categories().containsAll(grant.categories())) {
            throw Problem.unprocessable("/categories", "are not all covered by the agreement");
        }
        if (!agreement.purposes().containsAll(grant.purposes())) {
            throw Problem.unprocessable("/purposes", "are not all in the agreement");
        }
        if (grant.until().isAfter(agreement.until())) {
            throw Problem.unprocessable("/until", "is after the agreement's end");
        }
    }

    /** Refuses terms that are wider than others in any respect, with a 422 problem that names the field. */
    public static void requireWithin(GrantTerms terms, GrantTerms others, String theOthers) {
        wider(terms, others).ifPresent(field -> {
            throw Problem.unprocessable(field, "is wider than " + theOthers);
        });
    }

    /** The first field by which terms are wider than others; empty where they are not. */
    static Optional<String> wider(GrantTerms terms, GrantTerms others) {
        String field = null;
        if (!terms.agreement().equals(others.agreement())) {
            field = "/agreement";
        } else if (terms.tier() > others.tier()) {
            field = "/tier";
        } else if (!others.categories().containsAll(terms.categories())) {
            field = "/categories";
        } else if (!others.purposes().containsAll(terms.purposes())) {
            field = "/purposes";
        } else if (terms.until().isAfter(others.until())) {
            field = "/until";
        } else if (isLater(terms.reviewDue(), others.reviewDue())) {
            field = "/reviewDue";
        }
        return field == null ? widerBound(terms, others) : Optional.of(field);
    }

    private static Optional<String> widerBound(GrantTerms terms, GrantTerms others) {
        if (others.unit() != null && !others.unit().equals(terms.unit())) {
            return Optional.of("/unit");
        }
        if (others.person() != null && !others.person().equals(terms.person())) {
            return Optional.of("/person");
        }
        if (!others.isBoundToAssets()) {
            return Optional.empty();
        }
        if (!others.topics().containsAll(terms.topics())) {
            return Optional.of("/topics");
        }
        boolean isBoundAsWell = terms.isBoundToAssets() && others.assets().containsAll(terms.assets());
        return isBoundAsWell ? Optional.empty() : Optional.of("/assets");
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isAfter(other));
    }
}
