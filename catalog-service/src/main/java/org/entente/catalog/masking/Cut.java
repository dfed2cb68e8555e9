package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.entente.label.stix.StixPortions;

/** A STIX object with less in it, which is one all the same. */
public final class Cut {
    private Cut() {}

    /**
     * The object without some of its properties, and without markings of what went; a required name is given for one that went.
     *
     * @param properties none of those that every object has
     * @return nothing where it would be no such object any more
     */
    public static Optional<ObjectNode> without(ObjectNode object, Collection<String> properties) {
        ObjectNode holed = object.deepCopy();
        properties.forEach(property -> holed.replace(property, NullNode.getInstance()));
        return StixFields.completed(StixPortions.reassemble(holed, Map.of()), object)
                .map(ObjectNode.class::cast);
    }
}
