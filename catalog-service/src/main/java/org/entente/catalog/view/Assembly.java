package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.References;
import org.entente.label.stix.StixPortions;

/** Puts STIX objects together again from the portions that may be shown, and leaves no trace of the others. */
final class Assembly {

    /**
     * The objects of a view.
     *
     * @param portions how many went into them
     */
    public record Assembled(List<ObjectNode> objects, int portions) {}

    private final Map<PortionId, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<PortionId, Map<String, JsonNode>> properties = new HashMap<>();

    /** Adds a portion that may be shown, in the order of the bundle. */
    public void add(PortionId id, JsonNode content) {
        if (id.selector() != null) {
            properties.computeIfAbsent(id.object(), object -> new HashMap<>()).put(id.selector(), content);
        } else if (content instanceof ObjectNode object) {
            objects.put(id, object);
        }
    }

    /**
     * The objects, without references to what is not shown. What is about something hidden goes too, and is then hidden
     * itself from what remains.
     *
     * @param all the STIX ids of all objects of the asset
     */
    public Assembled close(Set<String> all) {
        return close(all, (id, object) -> Optional.of(object));
    }

    /**
     * The same, of objects behind their masks.
     *
     * @param mask an object with those of its properties that may be shown; nothing where it may not be shown after all
     */
    Assembled close(Set<String> all, BiFunction<PortionId, ObjectNode, Optional<ObjectNode>> mask) {
        Map<PortionId, ObjectNode> whole = new LinkedHashMap<>();
        objects.forEach(
                (id, content) -> mask.apply(id, StixPortions.reassemble(content, properties.getOrDefault(id, Map.of())))
                        .ifPresent(object -> whole.put(id, object)));
        Map<PortionId, ObjectNode> kept = kept(whole, all);
        while (kept.size() < whole.size()) {
            whole.keySet().retainAll(kept.keySet());
            kept = kept(whole, all);
        }
        int portions = kept.keySet().stream()
                .mapToInt(id -> 1 + properties.getOrDefault(id, Map.of()).size())
                .sum();
        return new Assembled(List.copyOf(kept.values()), portions);
    }

    private static Map<PortionId, ObjectNode> kept(Map<PortionId, ObjectNode> whole, Set<String> all) {
        Set<String> shown = whole.keySet().stream().map(PortionId::objectId).collect(Collectors.toSet());
        Map<PortionId, ObjectNode> kept = new LinkedHashMap<>();
        whole.forEach((id, object) ->
                References.keepOnly(object, shown::contains, all).ifPresent(clean -> kept.put(id, clean)));
        return kept;
    }
}
