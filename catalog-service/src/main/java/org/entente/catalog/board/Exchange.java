package org.entente.catalog.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.label.stix.References;

/** Which STIX objects pass between the parties: those of the types that every profile names; all, where there is no profile. */
public final class Exchange {
    /** Where there is no profile. */
    public static final Exchange EVERYTHING = new Exchange(List.of());

    /** Stands for no type at all: no object has it. */
    private static final String NONE = "none--";

    private final List<Set<String>> profiles;

    Exchange(List<Set<String>> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** Whether objects of that type pass. */
    public boolean lets(String type) {
        return profiles.stream().allMatch(types -> types.contains(type));
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
        Set<String> wanted = new HashSet<>(asked.isEmpty() ? profiles.get(0) : asked);
        wanted.removeIf(type -> !lets(type));
        return wanted.isEmpty() ? List.of(NONE) : List.copyOf(wanted);
    }

    /** Of objects those that pass, without references to the others; what is about one of the others does not pass either. */
    public List<ObjectNode> passing(List<ObjectNode> objects) {
        if (profiles.isEmpty()) {
            return objects;
        }
        Set<String> all = new HashSet<>();
        objects.forEach(object -> all.add(id(object)));
        List<ObjectNode> passing = new ArrayList<>(objects);
        passing.removeIf(object -> !lets(object.path("type").asText()));
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
            passing = kept;
        } while (passing.size() < before);
        return passing;
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }
}
