package org.entente.catalog.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.access.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * What the audience of a tearline would be shown if it were approved now.
 *
 * @param wouldBeShown whether this tearline would be in the view
 * @param reasons why it would not, or why another is more informative
 * @param view exactly as the audience would get it; absent where it would get nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Preview(
        UUID tearline,
        boolean wouldBeShown,
        List<Supposition.Reason> reasons,
        @Schema(implementation = View.class) @Nullable JsonNode view) {}
