package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.masking.Mask;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What an audience would see of an asset now, what blocks the rest, and what could be done about it.
 *
 * @param epoch of the policy that this was supposed under
 * @param sees how much
 * @param blocking what blocks, with how many portions each blocks
 * @param portions in the order of the asset, a page of them
 * @param labels under which a tearline would be seen, the most informative first
 * @param remedies what else would change it
 * @param next from where the portions go on; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Guidance(
        UUID assetId,
        int version,
        long epoch,
        Sees sees,
        List<Blocking> blocking,
        List<Guided> portions,
        List<Label> labels,
        @Schema(implementation = Object[].class) List<JsonNode> remedies,
        @Nullable Integer next) {

    /**
     * How much the audience would see.
     *
     * @param tearline the one that it would get with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sees(int portions, int of, @Nullable String tearline) {}

    /**
     * One unmet condition.
     *
     * @param code of access-service
     * @param clause that says so
     * @param portions that it blocks
     */
    record Blocking(String code, String clause, int portions) {}

    /**
     * A portion.
     *
     * @param seen whether it would be seen as it is
     * @param reasons why not
     * @param suggested masks, to be reviewed
     */
    record Guided(
            String portion,
            @Schema(implementation = Label.class) JsonNode label,
            boolean seen,
            List<Because> reasons,
            List<Mask> suggested) {}

    /** Why a portion would not be seen. */
    record Because(String code, String clause) {}
}
