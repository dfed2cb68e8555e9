package org.entente.catalog.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.entente.catalog.access.PartnerCode;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Masks for everything that certain labels mark.
 *
 * @param name by which people know it
 * @param when to what it applies
 * @param masks what is masked, and how
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskRule(
        @Nullable String name,
        @Nullable When when,
        @Nullable List<@Nullable Mask> masks) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MASKS = 100;

    /**
     * All that is stated must be so; nothing stated is always so.
     *
     * @param categories at least one of which the label is in
     * @param compartments at least one of which the label has, qualified by their policy
     * @param originators at least one of which it comes from
     * @param atLeast a level of {@code ALLIANCE}
     * @param types STIX types
     * @param partners for whom
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record When(
            @Nullable List<String> categories,
            @Nullable List<String> compartments,
            @Nullable List<String> originators,
            @Nullable String atLeast,
            @Nullable List<String> types,
            @Nullable List<String> partners) {}

    /**
     * What is about to be shown.
     *
     * @param label in its normal form
     * @param type its STIX type; empty for what has none
     * @param partner to whom
     */
    public record Shown(NormalLabel label, String type, String partner) {
        /** What is masked for a nation is masked for its organisations. */
        List<String> partners() {
            return List.of(partner, PartnerCode.nationOf(partner));
        }
    }

    void check(String pointer) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new MaskException(pointer + "/name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (masks == null || masks.isEmpty() || masks.size() > MOST_MASKS) {
            throw new MaskException(pointer + "/masks", "must have 1 to " + MOST_MASKS + " entries");
        }
        for (int index = 0; index < masks.size(); index++) {
            Mask mask = masks.get(index);
            if (mask == null) {
                throw new MaskException(pointer + "/masks/" + index, "is required");
            }
            try {
                mask.check();
            } catch (MaskException fault) {
                throw fault.under(pointer + "/masks/" + index);
            }
        }
        if (when != null && when.atLeast() != null && Levels.rank(when.atLeast()) < 0) {
            throw new MaskException(pointer + "/when/atLeast", "is not a level of ALLIANCE");
        }
    }

    boolean appliesTo(Shown shown) {
        NormalLabel label = shown.label();
        return when == null
                || hasAny(when.categories(), label.categories())
                        && hasAny(when.compartments(), label.compartments())
                        && hasAny(when.originators(), label.originators())
                        && (when.atLeast() == null || label.classification().common() >= Levels.rank(when.atLeast()))
                        && hasAny(when.types(), List.of(shown.type()))
                        && hasAny(when.partners(), shown.partners());
    }

    /** The masks, each with the rule as its reason. */
    List<Mask> reasoned() {
        return Objects.requireNonNullElse(masks, List.<@Nullable Mask>of()).stream()
                .filter(Objects::nonNull)
                .map(mask -> mask.because() == null ? mask.because(String.valueOf(name)) : mask)
                .toList();
    }

    private static boolean hasAny(@Nullable List<String> wanted, List<String> held) {
        return wanted == null || wanted.stream().anyMatch(held::contains);
    }
}
