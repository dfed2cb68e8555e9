package org.entente.label.stanag4774;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.stanag4774.ConfidentialityLabel.Remark;
import org.entente.label.stanag4774.Tag.Type;

/** Labels to XML: the canonical form of a label, member by member in one order, and nothing between the elements. */
final class LabelWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LAST_YEAR = 9_999;

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    String write(ConfidentialityLabel written) {
        xml.append("<originatorConfidentialityLabel xmlns=\"")
                .append(ConfidentialityLabel.NAMESPACE)
                .append('"');
        if (written.review() != null) {
            xml.append(" ReviewDateTime=\"")
                    .append(dateTime(written.review(), "/review"))
                    .append('"');
        }
        xml.append('>');
        information(canonical(written.label()), written.remarks());
        element("CreationDateTime", dateTime(written.created(), "/created"), "/created");
        return xml.append("</originatorConfidentialityLabel>\n").toString();
    }

    private void information(JsonNode label, List<Remark> remarks) {
        xml.append("<ConfidentialityInformation>");
        token("PolicyIdentifier", label.path("policy").textValue(), "/label/policy");
        token("Classification", label.path("classification").textValue(), "/label/classification");
        for (Tag tag : Tag.values()) {
            JsonNode member = label.path(tag.field());
            boolean isSaid = member.isBoolean() ? member.booleanValue() : !member.isMissingNode();
            if (isSaid) {
                category(tag.type(), tag.tagName(), tag.form().values(member), "/label/" + tag.field());
            }
        }
        for (int index = 0; index < remarks.size(); index++) {
            remark(remarks.get(index), "/remarks/" + index);
        }
        xml.append("</ConfidentialityInformation>");
    }

    private void remark(Remark remark, String pointer) {
        if (remark.tag().isBlank() || Tag.of(remark.tag()).isPresent()) {
            throw new LabelException(pointer + "/tag", "is no remark's");
        }
        category(Type.INFORMATIVE, remark.tag(), remark.values(), pointer);
    }

    private void category(Type type, String tagName, List<String> values, String pointer) {
        xml.append("<Category Type=\"").append(type).append("\" TagName=\"");
        escaped(tagName, pointer);
        xml.append("\">");
        values.forEach(value -> element("GenericValue", value, pointer));
        xml.append("</Category>");
    }

    private void token(String name, String text, String pointer) {
        if (!XmlElement.collapsed(text).equals(text) || text.isEmpty()) {
            throw new LabelException(pointer, "is not an XML token");
        }
        element(name, text, pointer);
    }

    private void element(String name, String text, String pointer) {
        xml.append('<').append(name).append('>');
        escaped(text, pointer);
        xml.append("</").append(name).append('>');
    }

    private void escaped(String text, String pointer) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // A reader may change white space that is not written as a reference (XML 1.0, sections 2.11 and
                // 3.3.3).
                case '\t', '\n', '\r' -> xml.append("&#").append(character).append(';');
                default -> xml.appendCodePoint(requireCharacter(character, pointer));
            }
        });
    }

    /** XML 1.0, section 2.2. */
    private static int requireCharacter(int character, String pointer) {
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (character < ' ' || isSurrogate || character == 0xFFFE || character == 0xFFFF) {
            throw new LabelException(pointer, "has a character that XML cannot carry");
        }
        return character;
    }

    private static String dateTime(Instant instant, String pointer) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > LAST_YEAR) {
            throw new LabelException(pointer, "is not in the years 1 to " + LAST_YEAR);
        }
        return instant.toString();
    }

    private static JsonNode canonical(Label label) {
        try {
            return JSON.readTree(label.canonical());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a canonical label is JSON", impossible);
        }
    }
}
