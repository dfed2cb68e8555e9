package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Tlp;
import org.jspecify.annotations.Nullable;

/** The marking definitions that a bundle may refer to: its own and the well-known ones. */
final class Markings {

    private final Map<String, Marking> understood = new HashMap<>(TlpMarkings.wellKnown());
    private final Set<String> unknownKind = new HashSet<>();

    Markings(List<StixObject> objects, Labelling labelling) {
        objects.stream()
                .filter(object -> object.type().equals(StixObject.MARKING_DEFINITION))
                .forEach(object -> add(object, labelling));
    }

    /** The marking of that id.
     * @throws StixException naming the place of the reference, where the marking is absent or of an unknown kind: what
     *     is not understood cannot be obeyed
     */
    Marking get(JsonNode reference, String pointer) {
        String id = reference.textValue();
        if (id == null || unknownKind.contains(id)) {
            throw new StixException(pointer, "refers to a marking of an unknown kind");
        }
        Marking marking = understood.get(id);
        if (marking == null) {
            throw new StixException(pointer, "refers to a marking that is neither in the bundle nor well known");
        }
        return marking;
    }

    /** The label that the object carries if it is a marking definition of that kind. */
    @Nullable Label carriedBy(StixObject object) {
        Marking marking = understood.get(object.id());
        return marking == null ? null : marking.label();
    }

    private void add(StixObject object, Labelling labelling) {
        Marking marking = marking(object, labelling);
        if (marking == null) {
            unknownKind.add(object.id());
        } else if (TlpMarkings.contradicts(object.id(), marking)) {
            throw new StixException(object.pointer(), "is not what its well-known id stands for");
        } else {
            understood.put(object.id(), marking);
        }
    }

    private static @Nullable Marking marking(StixObject object, Labelling labelling) {
        JsonNode extensions = object.json().path("extensions");
        Set<String> unknown = new HashSet<>();
        extensions.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(TlpMarkings.TLP_2_EXTENSION, LabelMarking.EXTENSION));
        boolean defined = object.json().has("definition") || object.json().has("definition_type");
        if (!unknown.isEmpty() || (!defined && extensions.isEmpty())) {
            return null;
        }
        Label label = extensions.has(LabelMarking.EXTENSION) ? label(object, extensions, labelling) : null;
        Tlp tlp = extensions.has(TlpMarkings.TLP_2_EXTENSION) ? tlp2(object, extensions) : null;
        if (!object.json().has("definition")) {
            return label == null && tlp == null ? null : new Marking(tlp, label);
        }
        return switch (object.json().path("definition_type").asText()) {
            case "statement" -> new Marking(tlp, label);
            case "tlp" -> new Marking(Tlp.stricter(tlp, tlp1(object)), label);
            default -> null;
        };
    }

    private static Label label(StixObject object, JsonNode extensions, Labelling labelling) {
        String pointer = object.pointer() + "/extensions/" + LabelMarking.EXTENSION;
        try {
            Label label = LabelMarking.label(extensions.path(LabelMarking.EXTENSION));
            labelling.require(label, pointer + "/label");
            return label;
        } catch (LabelException fault) {
            throw StixException.of(pointer, fault);
        }
    }

    private static Tlp tlp2(StixObject object, JsonNode extensions) {
        JsonNode name = extensions.path(TlpMarkings.TLP_2_EXTENSION).path("tlp_2_0");
        return tlp(
                TlpMarkings.TLP_2_NAMES,
                name,
                object.pointer() + "/extensions/" + TlpMarkings.TLP_2_EXTENSION + "/tlp_2_0");
    }

    private static Tlp tlp1(StixObject object) {
        JsonNode name = object.json().path("definition").path("tlp");
        return tlp(TlpMarkings.TLP_1_NAMES, name, object.pointer() + "/definition/tlp");
    }

    private static Tlp tlp(Map<String, Tlp> names, JsonNode name, String pointer) {
        Tlp tlp = name.isTextual() ? names.get(name.textValue()) : null;
        if (tlp == null) {
            throw new StixException(pointer, "is not a TLP level");
        }
        return tlp;
    }
}
