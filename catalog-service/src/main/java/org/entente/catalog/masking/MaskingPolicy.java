package org.entente.catalog.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.catalog.masking.MaskRule.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What of which content nobody sees as it is.
 *
 * @param rules applied to everything that is shown to a partner, and suggested for tearlines too
 * @param suggestions for tearlines only
 * @param regions the places that lie in each region
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskingPolicy(
        @Nullable List<@Nullable MaskRule> rules,
        @Nullable List<@Nullable MaskRule> suggestions,
        @Nullable Map<String, @Nullable List<String>> regions) {
    private static final int MOST_RULES = 200;
    private static final int MOST_PLACES = 5_000;
    private static final int LONGEST_PLACE = 100;

    /** @throws MaskException naming what means nothing, as a JSON pointer */
    public void check() {
        check(rules, "/rules");
        check(suggestions, "/suggestions");
        Map<String, @Nullable List<String>> stated = Objects.requireNonNullElse(regions, Map.of());
        int places = 0;
        for (var region : stated.entrySet()) {
            String pointer = "/regions/" + region.getKey().replace("~", "~0").replace("/", "~1");
            if (region.getKey().isBlank() || region.getKey().length() > LONGEST_PLACE || region.getValue() == null) {
                throw new MaskException(pointer, "must be a region of at most 100 characters with its places");
            }
            places += region.getValue().size();
            for (String place : region.getValue()) {
                if (place == null || place.isBlank() || place.length() > LONGEST_PLACE || places > MOST_PLACES) {
                    throw new MaskException(
                            pointer, "must name places of 1 to 100 characters, " + MOST_PLACES + " in all");
                }
            }
        }
    }

    private static void check(@Nullable List<@Nullable MaskRule> rules, String pointer) {
        List<@Nullable MaskRule> stated = Objects.requireNonNullElse(rules, List.of());
        if (stated.size() > MOST_RULES) {
            throw new MaskException(pointer, "must have at most " + MOST_RULES + " entries");
        }
        for (int index = 0; index < stated.size(); index++) {
            MaskRule rule = stated.get(index);
            if (rule == null) {
                throw new MaskException(pointer + "/" + index, "is required");
            }
            rule.check(pointer + "/" + index);
        }
    }

    /** Whether nothing is masked at all when it is shown. */
    public boolean hasNoRules() {
        return rules == null || rules.isEmpty();
    }

    /** The masks of what is about to be shown. */
    public List<Mask> masks(Shown shown) {
        return masks(rules, shown).toList();
    }

    /** The masks that might be put on it for a tearline: those of the rules and the suggestions. */
    public List<Mask> suggested(Shown shown) {
        return Stream.concat(masks(rules, shown), masks(suggestions, shown))
                .distinct()
                .toList();
    }

    /** Applies masks with pseudonyms of that kind. */
    public Masking with(Pseudonyms pseudonyms) {
        Map<String, List<String>> known = new TreeMap<>();
        Objects.requireNonNullElse(regions, Map.<String, @Nullable List<String>>of())
                .forEach((region, places) -> known.put(region, Objects.requireNonNullElse(places, List.of())));
        return new Masking(new Places(known), pseudonyms);
    }

    private static Stream<Mask> masks(@Nullable List<@Nullable MaskRule> rules, Shown shown) {
        return Objects.requireNonNullElse(rules, List.<@Nullable MaskRule>of()).stream()
                .filter(Objects::nonNull)
                .filter(rule -> rule.appliesTo(shown))
                .flatMap(rule -> rule.reasoned().stream());
    }
}
