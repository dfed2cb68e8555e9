package org.entente.access.countersigned;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is withdrawn. */
@Schema(examples = "{\"reason\": \"No longer speaks for the owner.\"}")
public record Withdrawal(@Nullable String reason) {}
