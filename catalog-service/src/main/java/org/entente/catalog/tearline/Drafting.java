package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.masking.Derivation;
import org.entente.catalog.masking.Mask;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.References;
import org.entente.label.stix.StixPortions;
import org.jspecify.annotations.Nullable;

/** Writes a tearline from the portions chosen; the same choice always makes the same tearline. */
final class Drafting {
    private static final Set<String> ABOUT_MARKINGS = Set.of("marking-definition", "extension-definition");

    private final Source source;
    private final Sanitising sanitising;
    private final Derivation derivation;
    private final PortionReader reader;
    private final Map<Integer, byte[]> contents;
    private final Set<String> seen;
    private final List<Part> masked = new ArrayList<>();

    /** @param seen the STIX objects that the audience sees anyway, which may therefore be referred to */
    Drafting(
            Source source,
            Sanitising sanitising,
            Derivation derivation,
            PortionReader reader,
            Map<Integer, byte[]> contents,
            Set<String> seen) {
        this.source = source;
        this.sanitising = sanitising;
        this.derivation = derivation;
        this.reader = reader;
        this.contents = contents;
        this.seen = seen;
    }

    /**
     * Adds what stands for one object, or for one portion of a document.
     *
     * @param marks the object, then its properties
     * @param chosen masks; absent for those that are suggested
     */
    void add(List<Mark> marks, @Nullable List<Mask> chosen) throws IOException {
        Mark object = marks.get(0);
        JsonNode content = whole(marks);
        if (ABOUT_MARKINGS.contains(content.path("type").asText())) {
            return;
        }
        List<Mask> masks = chosen == null ? sanitising.suggested(object, content) : chosen;
        List<String> from = marks.stream().map(Mark::id).toList();
        String id = source.asset().form() == Form.STIX
                ? derivation.identifier(PortionId.parse(object.id()).objectId())
                : "t-" + object.id();
        sanitising.apply(content, masks).ifPresent(left -> masked.add(new Part(id, from, masks, left)));
    }

    /** The object as it is, with its properties. */
    private JsonNode whole(List<Mark> marks) throws IOException {
        JsonNode content = reader.read(marks.get(0), contents);
        if (source.asset().form() != Form.STIX) {
            return content;
        }
        Map<String, JsonNode> properties = new HashMap<>();
        for (Mark property : marks.subList(1, marks.size())) {
            properties.put(String.valueOf(PortionId.parse(property.id()).selector()), reader.read(property, contents));
        }
        return StixPortions.reassemble((ObjectNode) content, properties);
    }

    TearlineContent close(Audience audience) {
        return source.asset().form() == Form.STIX
                ? stix(audience)
                : new TearlineContent(audience, List.copyOf(masked), List.of());
    }

    /** Objects of our own, which refer to each other and to nothing that is not shown. */
    private TearlineContent stix(Audience audience) {
        Map<String, Part> parts = new LinkedHashMap<>();
        masked.forEach(part -> parts.put(PortionId.parse(part.source()).objectId(), part)); // the newest version
        Set<String> all = new HashSet<>();
        source.marks().forEach(mark -> all.add(PortionId.parse(mark.id()).objectId()));
        int before;
        do {
            before = parts.size();
            Set<String> present = originals(parts.values());
            parts.entrySet()
                    .removeIf(part -> referring(part.getValue(), present, all).isEmpty());
        } while (parts.size() < before);
        Set<String> present = originals(parts.values());
        Map<String, String> names = new HashMap<>();
        present.forEach(original -> names.put(original, derivation.identifier(original)));
        List<Part> derived = new ArrayList<>();
        List<JsonNode> beside = new ArrayList<>(List.of(derivation.identity()));
        for (Part part : parts.values()) {
            ObjectNode object = derivation.derived(referring(part, present, all).orElseThrow());
            Derivation.rename(object, names);
            derived.add(new Part(part.id(), part.from(), part.masks(), object));
        }
        present.stream().sorted().forEach(original -> derivation.link(original).ifPresent(beside::add));
        return new TearlineContent(audience, derived, beside);
    }

    private Optional<ObjectNode> referring(Part part, Set<String> present, Set<String> all) {
        return References.keepOnly((ObjectNode) part.content(), id -> present.contains(id) || seen.contains(id), all);
    }

    private static Set<String> originals(Iterable<Part> parts) {
        Set<String> originals = new HashSet<>();
        parts.forEach(part -> originals.add(PortionId.parse(part.source()).objectId()));
        return originals;
    }
}
