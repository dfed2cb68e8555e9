package org.entente.catalog.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.masking.Cut;
import org.entente.label.stix.References;

/**
 * What of STIX objects passes between us and a partner: those of the types that every profile names, without the properties
 * that any of them keeps back; everything, where there is no profile.
 */
public final class Exchange {
    /** Where there is no profile. */
    public static final Exchange EVERYTHING = new Exchange(List.of());

    /** Stands for no type at all: no object has it. */
    private static final String NONE = "none--";

    private final List<Profile> profiles;

    Exchange(List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** Whether objects of that type pass. */
    public boolean lets(String type) {
        return profiles.stream().allMatch(profile -> profile.lets(type));
    }

    /** Whether an object of that identifier could pass. */
    public boolean letsNamed(String id) {
        return profiles.isEmpty() || lets(id.substring(0, Math.max(0, id.indexOf("--"))));
    }

    /**
     * Of the types that are asked for those that pass.
     *
     * @param asked empty for all
     * @return empty for all
     */
    public List<String> narrowed(List<String> asked) {
        if (profiles.isEmpty()) {
            return asked;
        }
        Set<String> wanted = new HashSet<>(asked.isEmpty() ? profiles.get(0).types() : asked);
        wanted.removeIf(type -> !lets(type));
        return wanted.isEmpty() ? List.of(NONE) : List.copyOf(wanted);
    }

    /** Properties of the object that do not pass. */
    public List<String> keptBack(ObjectNode object) {
        String type = object.path("type").asText();
        List<String> kept = new ArrayList<>();
        object.fieldNames().forEachRemaining(property -> {
            if (!profiles.stream().allMatch(profile -> profile.lets(type, property))) {
                kept.add(property);
            }
        });
        return kept;
    }

    /** What passes of an object by itself; nothing where without its other properties it is no such object. */
    public Optional<ObjectNode> passing(ObjectNode object) {
        if (!lets(object.path("type").asText())) {
            return Optional.empty();
        }
        List<String> properties = keptBack(object);
        return properties.isEmpty() ? Optional.of(object) : Cut.without(object, properties);
    }

    /** Of objects what passes, without references to what does not; what is about the latter does not pass either. */
    public List<ObjectNode> passing(List<ObjectNode> objects) {
        if (profiles.isEmpty()) {
            return objects;
        }
        Set<String> all = new HashSet<>();
        objects.forEach(object -> all.add(id(object)));
        List<ObjectNode> passing = new ArrayList<>();
        objects.forEach(object -> passing(object).ifPresent(passing::add));
        int before;
        do {
            before = passing.size();
            Set<String> present = new HashSet<>();
            passing.forEach(object -> present.add(id(object)));
            List<ObjectNode> kept = new ArrayList<>();
            for (ObjectNode object : passing) {
                Optional<ObjectNode> clean = References.keepOnly(object, present::contains, all);
                clean.ifPresent(kept::add);
            }
            passing.clear();
            passing.addAll(kept);
        } while (passing.size() < before);
        return passing;
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }
}
