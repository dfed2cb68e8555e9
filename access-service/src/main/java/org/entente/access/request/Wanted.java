package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Issue;
import org.entente.access.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks for. Assets are named by whatever identifiers the partner has; nobody checks here whether there are such
 * assets, so that the answer does not tell.
 *
 * @param agreement under which; absent where the partner leaves that to us
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Wanted(
        @Nullable UUID agreement,
        int tier,
        List<String> categories,
        List<String> purposes,
        Instant until,
        @Nullable String unit,
        @Nullable String person,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> assets) {
    private static final UUID NONE = new UUID(0, 0);

    Wanted {
        categories = List.copyOf(categories);
        purposes = List.copyOf(purposes);
        assets = assets == null ? List.of() : List.copyOf(assets);
    }

    /** As stated, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    static Wanted checked(Submission stated, Vocabulary vocabulary) {
        GrantTerms terms = new Issue(
                        Objects.requireNonNullElse(stated.agreement(), NONE),
                        stated.tier(),
                        stated.categories(),
                        stated.purposes(),
                        stated.until(),
                        null,
                        stated.unit(),
                        stated.person(),
                        stated.assets(),
                        null,
                        null)
                .checked(vocabulary);
        return new Wanted(
                stated.agreement(),
                terms.tier(),
                terms.categories(),
                terms.purposes(),
                terms.until(),
                terms.unit(),
                terms.person(),
                terms.assets());
    }

    /** The grant that would be all of it, under an agreement. */
    GrantTerms under(UUID agreement) {
        return new GrantTerms(agreement, tier, categories, purposes, until, null, unit, person, assets, List.of());
    }
}
