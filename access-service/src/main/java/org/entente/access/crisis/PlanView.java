package org.entente.access.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.seal.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of a plan as its parties see it.
 *
 * @param document whose canonical form (RFC 8785) has the digest
 * @param allowance how long it may be in force in all, in words; said where the document is silent, too
 * @param toSign what the caller would sign to consent, but for the time; absent where there is nothing to consent to
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        String id,
        String state,
        int version,
        String sha256,
        JsonNode document,

        @Schema(examples = "in force for at most PT24H within any PT720H")
        String allowance,

        List<PlanConsent> consents,
        @Nullable Statement toSign) {

    static String wire(PlanMove.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
