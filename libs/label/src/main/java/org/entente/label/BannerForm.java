package org.entente.label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A banner is taken as it is, so it must be written exactly as one is computed. */
final class BannerForm {

    private BannerForm() {}

    /** Refuses the banner where it is written otherwise than the normal form of what it says. */
    static void require(Label written, NormalLabel meant) {
        Map<String, @Nullable Object> normal = sets(meant.toLabel());
        sets(written).forEach((field, value) -> {
            if (!Objects.equals(value, normal.get(field))) {
                throw new LabelException("/" + field, "is not in the normal form of a banner");
            }
        });
    }

    private static Map<String, @Nullable Object> sets(Label label) {
        Map<String, @Nullable Object> sets = new LinkedHashMap<>();
        sets.put("originators", label.originators());
        sets.put("releasableTo", label.releasableTo());
        sets.put("displayableTo", label.displayableTo());
        sets.put("compartments", label.compartments());
        sets.put("proprietaryOwners", label.proprietaryOwners());
        sets.put("categories", label.categories());
        sets.put("exportControls", label.exportControls());
        return sets;
    }
}
