package org.entente.catalog.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.label.MarkingPolicy;

/** The levels of a marking policy under their short names: the initials, where these are those of one level only. */
final class Levels {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> shortNames = new HashMap<>();

    Levels(MarkingPolicy policy) {
        Map<String, Long> uses = policy.levels().stream()
                .map(level -> initials(level.name()))
                .collect(Collectors.groupingBy(initials -> initials, Collectors.counting()));
        for (MarkingPolicy.Level level : policy.levels()) {
            String initials = initials(level.name());
            if (Long.valueOf(1).equals(uses.get(initials))) {
                byName.put(initials, level.name());
                shortNames.put(level.name(), initials);
            }
        }
        // A full name comes before the initials of another level.
        policy.levels().forEach(level -> byName.put(level.name(), level.name()));
    }

    /** The level of that full or short name. */
    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    String shortName(String level) {
        String initials = shortNames.get(level);
        return initials != null && level.equals(byName.get(initials)) ? initials : level;
    }

    private static String initials(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
