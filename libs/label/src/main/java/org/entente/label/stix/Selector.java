package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A path into an object (STIX 2.1, section 7.2.3.1): names and bracketed list indices, joined by dots.
 *
 * @param steps as written, so {@code external_references}, {@code [0]}, {@code url}
 */
record Selector(List<String> steps) {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]{1,250}(?:\\.(?:\\[(?:0|[1-9][0-9]{0,6})]|[A-Za-z0-9_-]{1,250}))*");

    /** Without these an object is none, or says nothing of how it is to be handled. */
    private static final Set<String> INSEPARABLE =
            Set.of("type", "id", "spec_version", "created", "modified", "object_marking_refs", "granular_markings");

    Selector {
        steps = List.copyOf(steps);
    }

    static Selector parse(String text) {
        return new Selector(List.of(text.split("\\.")));
    }

    /** The selector that is written at the pointer.
     * @throws StixException where it is none, or selects nothing of the object, or what cannot be kept apart from it
     */
    static Selector read(JsonNode written, StixObject object, String pointer) {
        if (!written.isTextual() || !FORM.matcher(written.textValue()).matches()) {
            throw new StixException(pointer, "is not a selector");
        }
        Selector selector = parse(written.textValue());
        if (INSEPARABLE.contains(selector.steps.get(0))) {
            throw new StixException(pointer, "selects what belongs to the object as a whole");
        }
        if (selector.in(object.json()).isMissingNode()) {
            throw new StixException(pointer, "selects nothing");
        }
        return selector;
    }

    int depth() {
        return steps.size();
    }

    /** This path and all that lead to it, shortest first. */
    List<Selector> upToHere() {
        return IntStream.rangeClosed(1, depth())
                .mapToObj(length -> new Selector(steps.subList(0, length)))
                .toList();
    }

    /** What is selected; a missing node if nothing is. */
    JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (String step : steps) {
            node = isIndex(step) ? node.path(index(step)) : node.path(step);
        }
        return node;
    }

    /** Leaves a hole in the place of what is selected, which is returned. */
    JsonNode cutFrom(ObjectNode root) {
        JsonNode value = in(root);
        set(root, NullNode.getInstance());
        return value;
    }

    /** Fills the hole again; does nothing where the hole lies in something that is itself kept apart. */
    void putInto(ObjectNode root, JsonNode value) {
        if (in(root).isNull()) {
            set(root, value);
        }
    }

    static boolean isIndex(String step) {
        return step.startsWith("[");
    }

    static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private void set(ObjectNode root, JsonNode value) {
        JsonNode parent = new Selector(steps.subList(0, depth() - 1)).in(root);
        String last = steps.get(depth() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(index(last), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        }
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
