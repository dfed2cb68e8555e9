package org.entente.access.grant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a grant says. One that names assets or topics is about these only, all others about every asset.
 *
 * @param agreement under which it is issued
 * @param tier how deep it reaches, 0 to 4
 * @param categories of information
 * @param purposes for which the information may be used
 * @param until first instant no more
 * @param reviewDue from when on it is dead until reviewed; absent for no review
 * @param unit of the partner's organisation that alone may use it, as enforcement points say it in {@code subject.properties.unit}
 * @param person who alone may use it, as enforcement points say it in {@code subject.id}
 * @param assets by their identifiers
 * @param topics named sets of assets, which may change
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantTerms(
        UUID agreement,
        int tier,
        List<String> categories,
        List<String> purposes,
        Instant until,
        @Nullable Instant reviewDue,
        @Nullable String unit,
        @Nullable String person,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> assets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> topics) {

    public GrantTerms {
        categories = List.copyOf(categories);
        purposes = List.copyOf(purposes);
        assets = assets == null ? List.of() : List.copyOf(assets);
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    /** For everybody of the partner and every asset. */
    public GrantTerms(
            UUID agreement,
            int tier,
            List<String> categories,
            List<String> purposes,
            Instant until,
            @Nullable Instant reviewDue) {
        this(agreement, tier, categories, purposes, until, reviewDue, null, null, List.of(), List.of());
    }

    /** The same terms without an end and without a review. */
    public GrantTerms forEver() {
        return during(Instant.MAX, null);
    }

    /** The same terms, to be reviewed by that instant. */
    public GrantTerms reviewedBy(@Nullable Instant due) {
        return during(until, due);
    }

    private GrantTerms during(Instant end, @Nullable Instant due) {
        return new GrantTerms(agreement, tier, categories, purposes, end, due, unit, person, assets, topics);
    }

    /** Whether it is for some of the partner only. */
    @JsonIgnore
    public boolean isPersonal() {
        return unit != null || person != null;
    }

    /** Whether it is about some assets only. */
    @JsonIgnore
    public boolean isBoundToAssets() {
        return !assets.isEmpty() || !topics.isEmpty();
    }
}
