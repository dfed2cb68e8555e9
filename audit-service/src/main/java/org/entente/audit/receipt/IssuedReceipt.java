package org.entente.audit.receipt;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A receipt as it is sent; docs/log.md says how to verify it.
 *
 * @param event the CloudEvent, canonical JSON
 * @param salt of the commitment, base64
 * @param entry the public entry, canonical JSON
 * @param index of the entry in the log
 * @param proof C2SP tlog-proof, checkpoint included
 */
record IssuedReceipt(
        @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        String event,

        String salt,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        String entry,

        long index,
        String proof) {}
