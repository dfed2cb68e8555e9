package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be shown to somebody on decisions taken before.
 *
 * @param id under which it is to be found, new
 * @param person the token's {@code sub}
 * @param what {@code list}, {@code count} or {@code search}
 * @param assets how many it shows
 * @param sha256 of the bytes that are shown, lower-case hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Disclosure(
        String id,
        List<String> decisions,
        long epoch,
        @Nullable Instant validUntil,
        String person,
        String partner,
        @Nullable String purpose,
        String what,
        int assets,
        String sha256) {}
