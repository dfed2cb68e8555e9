package org.entente.catalog.masking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Places and the regions they lie in, as the masking policy says; a place that it does not know has none. */
final class Places {
    private final Map<String, String> regions = new TreeMap<>();

    Places(Map<String, List<String>> placesByRegion) {
        placesByRegion.forEach((region, places) -> places.forEach(place -> regions.put(key(place), region)));
    }

    Optional<String> region(String place) {
        return Optional.ofNullable(regions.get(key(place)));
    }

    /** The names, the longest first, so that a longer one is found before one that it begins with. */
    List<String> names() {
        return regions.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList());
    }

    private static String key(String place) {
        return place.strip().toLowerCase(Locale.ROOT);
    }
}
