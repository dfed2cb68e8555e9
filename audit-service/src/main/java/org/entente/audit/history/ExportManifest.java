package org.entente.audit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an export is; signed.
 *
 * @param format {@code csv} or {@code json-lines}
 * @param log the log's name
 * @param logSize entries that were in the log when the export began; all of the matching ones are considered
 * @param query what was asked for
 * @param madeBy {@code name@nation}
 * @param sha256 of the bytes of the export, lower-case hexadecimal
 * @param lines how many, a header aside
 * @param first index of the first line in the log
 * @param last index of the last line in the log
 * @param next cursor of the export that goes on where this one had to end; absent when it is complete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record ExportManifest(
        UUID id,
        String format,
        String log,
        long logSize,
        Map<String, String> query,
        String madeBy,
        Instant madeAt,
        String sha256,
        long bytes,
        long lines,
        @Nullable Long first,
        @Nullable Long last,
        @Nullable String next) {}
