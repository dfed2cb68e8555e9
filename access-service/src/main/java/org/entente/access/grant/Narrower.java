package org.entente.access.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What a grant is to be narrowed to; what is absent stays as it is. */
@RegisterForReflection
@Schema(examples = "{\"tier\": 1, \"categories\": [\"situational-awareness\"]}")
public record Narrower(
        @Nullable Integer tier,
        @Nullable List<String> categories,
        @Nullable List<String> purposes,
        @Nullable Instant until,
        @Nullable String unit,
        @Nullable String person,
        @Nullable List<String> assets,
        @Nullable List<String> topics) {

    /** What would make one set of terms of another; absent where they are the same. */
    public static Narrower between(GrantTerms from, GrantTerms to) {
        return new Narrower(
                from.tier() == to.tier() ? null : Integer.valueOf(to.tier()),
                changed(from.categories(), to.categories()),
                changed(from.purposes(), to.purposes()),
                changed(from.until(), to.until()),
                changed(from.unit(), to.unit()),
                changed(from.person(), to.person()),
                changed(from.assets(), to.assets()),
                changed(from.topics(), to.topics()));
    }

    /** The terms narrowed; a problem that names the field where they would not make sense, be wider, or be the same. */
    public GrantTerms of(GrantTerms present, Vocabulary vocabulary) {
        boolean isBoundAnew = assets != null || topics != null;
        GrantTerms narrowed = new Issue(
                        present.agreement(),
                        Objects.requireNonNullElse(tier, present.tier()),
                        Objects.requireNonNullElse(categories, present.categories()),
                        Objects.requireNonNullElse(purposes, present.purposes()),
                        Objects.requireNonNullElse(until, present.until()),
                        present.reviewDue(),
                        unit == null ? present.unit() : unit,
                        person == null ? present.person() : person,
                        isBoundAnew ? assets : some(present.assets()),
                        isBoundAnew ? topics : some(present.topics()),
                        null)
                .checked(vocabulary);
        Width.requireWithin(narrowed, present, "the grant is");
        if (narrowed.equals(present)) {
            throw Problem.unprocessable("", "narrows nothing");
        }
        return narrowed;
    }

    private static @Nullable List<String> some(List<String> names) {
        return names.isEmpty() ? null : names;
    }

    private static <T> @Nullable T changed(@Nullable T from, @Nullable T to) {
        return Objects.equals(from, to) ? null : to;
    }
}
