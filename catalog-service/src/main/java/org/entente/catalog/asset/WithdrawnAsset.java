package org.entente.catalog.asset;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What remains of an asset that was withdrawn; its content cannot be had again.
 *
 * @param versions how many there were
 * @param actor who withdrew it, {@code name@nation}
 */
@RegisterForReflection
public record WithdrawnAsset(
        UUID id,
        String originator,
        Instant registered,
        int versions,
        Instant withdrawn,
        String actor,
        @Schema(examples = "Registered by mistake.") String reason) {}
