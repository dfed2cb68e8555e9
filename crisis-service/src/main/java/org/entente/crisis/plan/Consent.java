package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The consent of one party to a version, as access-service told of it, where it was given.
 *
 * @param party nation
 * @param officer who gave it, {@code user@nation}
 * @param at when, UTC
 * @param version of the terms
 * @param signature of the act, a JWS; absent for consents from before they were signed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
        String party,
        String officer,
        Instant at,
        @Nullable Integer version,
        @Nullable String signature) {

    int ofVersion() {
        return version == null ? 1 : version;
    }
}
