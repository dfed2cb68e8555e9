package org.entente.access.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a grant says.
 *
 * @param agreement under which it is issued
 * @param tier how deep it reaches, 0 to 4
 * @param categories of information
 * @param purposes for which the information may be used
 * @param until first instant no more
 * @param reviewDue from when on it is dead until reviewed; absent for no review
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantTerms(
        UUID agreement,
        int tier,
        List<String> categories,
        List<String> purposes,
        Instant until,
        @Nullable Instant reviewDue) {

    public GrantTerms {
        categories = List.copyOf(categories);
        purposes = List.copyOf(purposes);
    }

    /** The same terms without an end and without a review. */
    public GrantTerms forEver() {
        return new GrantTerms(agreement, tier, categories, purposes, Instant.MAX, null);
    }
}
