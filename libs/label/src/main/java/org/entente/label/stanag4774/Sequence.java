package org.entente.label.stanag4774;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/** The elements within an element, taken in the order of the schema; what nobody takes is not understood, and refused. */
final class Sequence {

    private static final String SCHEMA_LOCATION = "{" + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI + "}schemaLocation";

    private final XmlElement parent;
    private int next;

    /** @throws LabelException where the element has other attributes than those, each of which is optional */
    Sequence(XmlElement parent, String... attributes) {
        this.parent = parent;
        Set<String> known = Set.of(attributes);
        for (String name : parent.attributes().keySet()) {
            if (!known.contains(name) && !name.equals(SCHEMA_LOCATION)) {
                throw new LabelException(parent.path() + "/@" + name, "is not understood here");
            }
        }
    }

    XmlElement required(String name) {
        XmlElement element = optional(name);
        if (element == null) {
            throw new LabelException(parent.path() + "/" + name, "is required");
        }
        return element;
    }

    @Nullable XmlElement optional(String name) {
        List<XmlElement> children = parent.children();
        return next < children.size() && children.get(next).name().equals(name) ? children.get(next++) : null;
    }

    List<XmlElement> all(String name) {
        List<XmlElement> elements = new ArrayList<>();
        for (XmlElement element = optional(name); element != null; element = optional(name)) {
            elements.add(element);
        }
        return elements;
    }

    /** @throws LabelException where something is left */
    void end() {
        if (next < parent.children().size()) {
            throw new LabelException(parent.children().get(next).path(), "is not understood here");
        }
    }
}
