package org.entente.catalog.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was uploaded.
 *
 * @param id to be named where a version takes it in
 * @param size in bytes
 * @param sha256 of what arrived, lower-case hexadecimal
 * @param keptUntil then it is forgotten, unless a version has taken it in
 */
@RegisterForReflection
record Uploaded(
        UUID id, @Schema(examples = "application/pdf") String mediaType, long size, String sha256, Instant keptUntil) {}
