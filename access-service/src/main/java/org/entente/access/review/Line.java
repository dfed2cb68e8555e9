package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Narrower;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A grant in a campaign, as it was when it was looked at, and what was decided about it so far.
 *
 * @param version of the grant that was looked at; another one at the end is a conflict
 * @param issuer who issued it, by {@code sub}
 * @param requester who asked for it, by {@code sub}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        String partner,
        GrantTerms terms,
        long version,
        Instant issuedAt,
        @Nullable String issuer,
        @Nullable String requester,
        @Nullable Decision decision) {

    /**
     * What a reviewer decided.
     *
     * @param to what to narrow it to
     * @param next when it is to be reviewed again
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            Verdict verdict,
            @Nullable Narrower to,
            @Nullable Instant next,
            String reason,
            Reviewer by,
            Instant at) {}

    /** Who reviews, by {@code sub} and by name. */
    @RegisterForReflection
    record Reviewer(String sub, String name) {}

    /** Whether it is the reviewer's own: issued or asked for by them, or held by them alone. */
    boolean isOwn(Reviewer reviewer) {
        return reviewer.sub().equals(issuer)
                || reviewer.sub().equals(requester)
                || Objects.equals(terms.person(), reviewer.sub());
    }

    /** Decided, of the grant as it is now. A 403 problem for one's own. */
    Line decided(Decision taken, GrantTerms now, long versionNow) {
        if (isOwn(taken.by())) {
            throw Problem.forbidden("Nobody reviews a grant that they issued, asked for, or hold.");
        }
        return new Line(partner, now, versionNow, issuedAt, issuer, requester, taken);
    }
}
