package org.entente.catalog.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; absent on the last one
 * @param disclosureId under which it is recorded that a partner was shown this page; absent for the home side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record AssetPage(
        List<AssetCard> assets,
        @Nullable String next,
        @Nullable String disclosureId) {}
