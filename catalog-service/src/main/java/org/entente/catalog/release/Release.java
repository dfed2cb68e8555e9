package org.entente.catalog.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy that was made for a recipient.
 *
 * @param decisionId under which the decision is found
 * @param agreements that it rests on
 * @param obligations of the recipient
 * @param copyNumber its visible mark
 * @param receipt where the log's receipt of it is, as soon as the log has it
 */
@RegisterForReflection
record Release(
        UUID id,
        UUID assetId,
        int version,
        Instant made,
        Recipient recipient,
        String purpose,
        String decisionId,
        List<String> agreements,
        @Schema(implementation = Object[].class) List<JsonNode> obligations,
        String copyNumber,
        PackageFile file,
        String receipt) {

    /** Where the package is, and what it must be. */
    @RegisterForReflection
    record PackageFile(String href, long bytes, String sha256) {}

    /** A part of the list of them. */
    @RegisterForReflection
    record Page(List<Release> releases, @Nullable String next) {}
}
