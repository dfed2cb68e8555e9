package org.entente.catalog.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many assets the caller may discover.
 *
 * @param atLeast whether counting stopped there, and there may be more
 * @param disclosureId under which it is recorded that a partner was told; absent for the home side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record AssetCount(
        @Schema(examples = "128") int count,
        boolean atLeast,
        @Nullable String disclosureId) {
    static AssetCount of(int counted, int most) {
        return new AssetCount(Math.min(counted, most), counted > most, null);
    }

    AssetCount recorded(String disclosure) {
        return new AssetCount(count, atLeast, disclosure);
    }
}
