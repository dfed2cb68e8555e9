package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.masking.Mask;
import org.jspecify.annotations.Nullable;

/**
 * A portion that a tearline is made of.
 *
 * @param portion its identifier
 * @param masks put on it, in place of those that are suggested; empty for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Selection(
        @Schema(examples = "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b") @Nullable String portion,

        @Nullable List<@Nullable Mask> masks) {}
