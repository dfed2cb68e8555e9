package org.entente.label.stanag4774;

import java.util.List;
import java.util.Map;

/**
 * An XML element that holds either elements or text.
 *
 * @param path of the names of the elements that lead here, this one's included
 * @param attributes by their local name, or {@code {namespace}name}
 * @param text what stands in it, as written; blank where it holds elements
 */
record XmlElement(String path, String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The text as {@code xs:token} has it: white space collapsed (W3C XML Schema part 2, section 4.3.6). */
    String token() {
        return collapsed(text);
    }

    static String collapsed(String text) {
        return text.replaceAll("[ \t\r\n]+", " ").strip();
    }
}
