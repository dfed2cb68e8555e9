package org.entente.audit.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is needed to prove an export.
 *
 * @param manifest what it is; its {@code sha256} is that of the bytes
 * @param jws the same, signed (compact serialisation)
 */
record SignedExport(
        @JsonRawValue @Schema(implementation = ExportManifest.class)
        String manifest,

        String jws) {}
