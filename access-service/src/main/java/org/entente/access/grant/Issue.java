package org.entente.access.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.agreement.Terms;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A grant as it is asked for, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"agreement": "5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11", "tier": 1, "categories": ["situational-awareness"],
                 "purposes": ["cyber-defence"], "until": "2027-03-01T00:00:00Z"}""")
public record Issue(
        @Nullable UUID agreement,
        @Nullable Integer tier,
        @Nullable List<String> categories,
        @Nullable List<String> purposes,
        @Nullable Instant until,
        @Nullable Instant reviewDue) {

    /** The same, under an agreement. */
    public Issue under(UUID agreement) {
        return new Issue(agreement, tier, categories, purposes, until, reviewDue);
    }

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    public GrantTerms checked(Vocabulary vocabulary) {
        return new GrantTerms(
                Vocabulary.present(agreement, "/agreement"),
                Vocabulary.tier(tier, "/tier"),
                vocabulary.categories(categories, "/categories"),
                vocabulary.purposes(purposes, "/purposes"),
                Vocabulary.present(until, "/until"),
                reviewDue);
    }

    /** Refuses a grant that is wider than its agreement, with a 422 problem that names the field. */
    public static void requireNotWider(GrantTerms grant, Terms agreement) {
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
}
