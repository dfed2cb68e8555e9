package org.entente.catalog.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where on the shelf to look.
 *
 * @param labels under one of which everything is looked at
 * @param named under which labels single assets are looked at besides
 */
public record Within(List<String> labels, Map<UUID, Set<String>> named) {
    public static final Within NOTHING = new Within(List.of(), Map.of());

    public Within {
        labels = List.copyOf(labels);
        named = Map.copyOf(named);
    }

    boolean isEmpty() {
        return labels.isEmpty() && named.values().stream().allMatch(Set::isEmpty);
    }

    /** An asset and a label of it. */
    record Pair(UUID asset, String label) {}

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        named.forEach((asset, labels) -> labels.forEach(label -> pairs.add(new Pair(asset, label))));
        return pairs;
    }
}
