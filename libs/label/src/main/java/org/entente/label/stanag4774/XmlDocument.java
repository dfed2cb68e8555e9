package org.entente.label.stanag4774;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.label.LabelException;

/**
 * Reads a small XML document without what makes XML dangerous: no document type, hence no entities of its own and nothing
 * from elsewhere; one encoding; limits of size and depth; and no value in two pieces, of which some reader sees only one.
 */
final class XmlDocument {

    /** Bytes; a label with every list at its limit is smaller. */
    static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 8;

    private final XMLStreamReader xml;

    private XmlDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The root element.
     * @throws LabelException where the document is too large, malformed, or makes use of what is not allowed
     */
    static XmlElement read(byte[] document) {
        if (document.length > LARGEST) {
            throw new LabelException("", "is larger than " + LARGEST + " bytes");
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text(document)));
            return new XmlDocument(xml).root();
        } catch (XMLStreamException malformed) {
            throw new LabelException("", "is not well-formed XML" + place(malformed));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is read from elsewhere.");
        });
        return factory;
    }

    private static String text(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new LabelException("", "is not UTF-8");
        }
    }

    private static String place(XMLStreamException fault) {
        return fault.getLocation() == null
                ? ""
                : " in line " + fault.getLocation().getLineNumber() + ", column "
                        + fault.getLocation().getColumnNumber();
    }

    private XmlElement root() throws XMLStreamException {
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new LabelException("", "declares another encoding than UTF-8");
        }
        if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
            throw new LabelException("", "is not XML 1.0");
        }
        while (xml.next() != XMLStreamReader.START_ELEMENT) {
            refuseDeclarations();
        }
        XmlElement root = element("", 1);
        while (xml.hasNext()) {
            xml.next();
        }
        return root;
    }

    private void refuseDeclarations() {
        if (xml.getEventType() == XMLStreamReader.DTD || xml.getEventType() == XMLStreamReader.ENTITY_REFERENCE) {
            throw new LabelException("", "has a document type or an entity, which no label needs");
        }
    }

    private XmlElement element(String parent, int depth) throws XMLStreamException {
        String name = xml.getLocalName();
        String path = parent + "/" + name;
        if (depth > DEEPEST) {
            throw new LabelException(path, "nests deeper than " + DEEPEST + " levels");
        }
        if (!ConfidentialityLabel.NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new LabelException(path, "is not an element of " + ConfidentialityLabel.NAMESPACE);
        }
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean interrupted = false;
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            refuseDeclarations();
            switch (xml.getEventType()) {
                case XMLStreamReader.START_ELEMENT -> children.add(element(path, depth + 1));
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    text.append(xml.getText());
                default -> interrupted = true;
            }
        }
        requirePlain(path, text.toString(), interrupted, !children.isEmpty());
        return new XmlElement(path, name, attributes, children, text.toString());
    }

    private static void requirePlain(String path, String text, boolean interrupted, boolean hasElements) {
        if (!text.isBlank() && hasElements) {
            throw new LabelException(path, "has text beside its elements");
        }
        if (!text.isBlank() && interrupted) {
            throw new LabelException(path, "has a comment or a processing instruction within its value");
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            String namespace = xml.getAttributeNamespace(index);
            String name = xml.getAttributeLocalName(index);
            attributes.put(
                    namespace == null || namespace.isEmpty() ? name : "{" + namespace + "}" + name,
                    xml.getAttributeValue(index));
        }
        return attributes;
    }
}
