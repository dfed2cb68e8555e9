package org.entente.catalog.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the newest version of an asset was derived from.
 *
 * @param from the sources
 * @param reason for people: how
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record StatedDerivation(
        @Nullable List<@Nullable Source> from, @Nullable String reason) {
    private static final int MOST = 1_000;
    private static final int LONGEST_REASON = 2_000;
    private static final Set<String> KINDS = Set.of("derivation", "quotation", "primary-source");

    /**
     * One source.
     *
     * @param asset its identifier
     * @param version of it; absent for the newest
     * @param kind {@code derivation}, {@code quotation} or {@code primary-source}; absent for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Source(
            @Nullable UUID asset,
            @Nullable Integer version,
            @Schema(examples = "quotation") @Nullable String kind) {
        String kindOrUsual() {
            return kind == null ? "derivation" : kind;
        }
    }

    /** @throws Problem 400 naming what is missing */
    List<Source> require() {
        if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            throw Problem.badRequest("/reason", "must have at most " + LONGEST_REASON + " characters");
        }
        if (from == null || from.isEmpty() || from.size() > MOST) {
            throw Problem.badRequest("/from", "must have 1 to " + MOST + " entries");
        }
        Set<Source> sources = new HashSet<>();
        for (int index = 0; index < from.size(); index++) {
            Source source = from.get(index);
            if (source == null || source.asset() == null || !sources.add(source)) {
                throw Problem.badRequest("/from/" + index + "/asset", "must name an asset, each once");
            }
            if (!KINDS.contains(source.kindOrUsual())) {
                throw Problem.badRequest("/from/" + index + "/kind", "must be derivation, quotation or primary-source");
            }
        }
        return from.stream()
                .map(source -> source == null ? new Source(null, null, null) : source)
                .toList();
    }
}
