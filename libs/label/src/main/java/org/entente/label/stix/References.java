package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an object tells of other objects by naming them. */
public final class References {

    private final Predicate<String> hidden;

    private References(Predicate<String> hidden) {
        this.hidden = hidden;
    }

    /**
     * The object without its references to objects that are not shown, whatever the property is called; a list that is
     * left without entries goes, and so does an entry of a list that describes what it refers to. References to what is
     * not in the bundle at all stay, and so do those to the TLP markings that everyone knows.
     *
     * @param shown whether the object of that STIX id is shown, in whatever version
     * @param all the STIX ids of all objects of the bundle
     * @return nothing where the object is about one that is not shown, as a relationship is about its ends
     */
    public static Optional<ObjectNode> keepOnly(ObjectNode object, Predicate<String> shown, Set<String> all) {
        ObjectNode kept = object.deepCopy();
        String id = object.path("id").asText();
        References references = new References(other ->
                all.contains(other) && !other.equals(id) && !TlpMarkings.isWellKnown(other) && !shown.test(other));
        references.cutFrom(kept);
        boolean whole =
                Ends.fields(kept).stream().allMatch(field -> kept.path(field).isTextual());
        Holes.close(kept);
        return whole ? Optional.of(kept) : Optional.empty();
    }

    /** Leaves holes; says whether a member of the node itself named something hidden. */
    private boolean cutFrom(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                if (names(array.get(index))) {
                    array.set(index, NullNode.getInstance());
                }
            }
            return false;
        }
        boolean named = false;
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                if (isHidden(member.getValue())) {
                    member.setValue(NullNode.getInstance());
                    named = true;
                } else {
                    cutFrom(member.getValue());
                }
            }
        }
        return named;
    }

    /** Whether an element of a list is, or describes, something hidden. */
    private boolean names(JsonNode element) {
        return isHidden(element) || cutFrom(element);
    }

    private boolean isHidden(JsonNode value) {
        return value.isTextual() && hidden.test(value.textValue());
    }
}
