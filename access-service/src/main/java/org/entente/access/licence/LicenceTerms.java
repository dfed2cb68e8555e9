package org.entente.access.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export licence says.
 *
 * @param authority that issued it
 * @param reference under which the authority keeps it
 * @param recipient the partner to whom the export goes
 * @param regime of the controls
 * @param codes of the regime that it covers
 * @param nationalities held or formerly held that persons of the recipient may have
 * @param purposes end-uses; another is a retransfer, which it does not cover
 * @param actions that it covers, discovery aside
 * @param quantity absent for no limit
 * @param from first instant
 * @param until first instant no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceTerms(
        String authority,
        String reference,
        String recipient,
        String regime,
        List<String> codes,
        List<String> nationalities,
        List<String> purposes,
        List<String> actions,
        @Nullable Quantity quantity,
        Instant from,
        Instant until) {
    public LicenceTerms {
        codes = List.copyOf(codes);
        nationalities = List.copyOf(nationalities);
        purposes = List.copyOf(purposes);
        actions = List.copyOf(actions);
    }
}
