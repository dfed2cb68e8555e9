package org.entente.label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A banner is taken as it is, so it must be written exactly as one is computed. */
final class BannerForm {

    private BannerForm() {}

    /** Refuses the banner where it is written otherwise than the normal form of what it says. */
    static void require(Label written, NormalLabel meant) {
        firstDifference(written, meant.toLabel()).ifPresent(field -> {
            throw new LabelException("/" + field, "is not in the normal form of a banner");
        });
    }

    /** The first member in which two banners differ. */
    static Optional<String> firstDifference(Label one, Label other) {
        Map<String, @Nullable Object> members = members(other);
        return members(one).entrySet().stream()
                .filter(member -> !Objects.equals(member.getValue(), members.get(member.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, @Nullable Object> members(Label label) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("policy", label.policy());
        members.put("classification", label.classification());
        members.put("originators", label.originators());
        members.put("releasableTo", label.releasableTo());
        members.put("displayableTo", label.displayableTo());
        members.put("compartments", label.compartments());
        members.put("originatorControlled", label.originatorControlled());
        members.put("proprietaryOwners", label.proprietaryOwners());
        members.put("categories", label.categories());
        members.put("exportControls", label.exportControls());
        members.put("tlp", label.tlp());
        return members;
    }
}
