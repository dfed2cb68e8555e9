package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.label.Label;
import org.entente.label.Tlp;

/** The labels of a bundle's objects and of their separately marked properties. */
final class ObjectLabels {

    private final Map<String, List<StixObject>> versions = new HashMap<>();
    private final Map<StixObject, Label> own = new IdentityHashMap<>();
    private final Map<StixObject, GranularMarkings> granular = new IdentityHashMap<>();
    private final Map<Set<Label>, Label> together = new HashMap<>();

    ObjectLabels(List<StixObject> objects, Labelling labelling) {
        Markings markings = new Markings(objects, labelling);
        for (StixObject object : objects) {
            versions.computeIfAbsent(object.id(), id -> new ArrayList<>()).add(object);
            own.put(object, own(object, markings, labelling));
            granular.put(object, new GranularMarkings(object, markings));
        }
    }

    boolean hasVersions(StixObject object) {
        return get(versions, object.id()).size() > 1;
    }

    GranularMarkings granular(StixObject object) {
        return get(granular, object);
    }

    /**
     * A relationship or sighting says something of its ends, so its label is rolled up with theirs: to read it is never
     * to learn of an object that one may not see. A translation repeats its object, including the properties that are
     * kept apart from it, so it is rolled up with all of that.
     */
    Label of(StixObject object) {
        Set<Label> labels = new LinkedHashSet<>();
        labels.add(get(own, object));
        for (String id : Ends.of(object)) {
            for (StixObject end : versions.getOrDefault(id, List.of())) {
                labels.add(
                        object.type().equals(StixObject.LANGUAGE_CONTENT)
                                ? marked(of(end), granular(end).all())
                                : get(own, end));
            }
        }
        return together(labels);
    }

    /** At least as strict as that of the object: who may see the property may see what it is a property of. */
    Label of(Selector selector, StixObject object, Label objectLabel) {
        return marked(objectLabel, granular(object).of(selector));
    }

    /**
     * A marking definition is content like any other, since a statement may name a source; one that carries a label tells
     * whom it names, so it is at least as strict as what it marks.
     */
    private static Label own(StixObject object, Markings markings, Labelling labelling) {
        List<Marking> applied = new ArrayList<>();
        int index = 0;
        for (JsonNode reference : object.list("object_marking_refs")) {
            applied.add(markings.get(reference, object.pointer() + "/object_marking_refs/" + index++));
        }
        Label base = applied.stream()
                .map(Marking::label)
                .filter(Objects::nonNull)
                .reduce(Label::and)
                .orElseGet(() -> labelling.of(object.type()));
        Label marked = marked(base, applied);
        Label carried = markings.carriedBy(object);
        return carried == null ? marked : marked.and(carried);
    }

    private static Label marked(Label base, List<Marking> markings) {
        Label marked = base;
        for (Marking marking : markings) {
            if (marking.label() != null) {
                marked = marked.and(marking.label());
            }
            if (marking.tlp() != null) {
                marked = marked.withTlp(Tlp.stricter(marked.tlp(), marking.tlp()));
            }
        }
        return marked;
    }

    private Label together(Set<Label> labels) {
        return together.computeIfAbsent(
                labels, set -> set.stream().reduce(Label::and).orElseThrow());
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
