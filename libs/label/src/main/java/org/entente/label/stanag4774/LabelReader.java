package org.entente.label.stanag4774;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.stanag4774.ConfidentialityLabel.Remark;
import org.entente.label.stanag4774.Tag.Type;
import org.jspecify.annotations.Nullable;

/** Labels from XML; what they say is then read as strictly as their JSON form. */
final class LabelReader {

    /** Not the alternative label, which speaks for another policy than the originator's, nor that of metadata. */
    private static final Set<String> ROOTS = Set.of("originatorConfidentialityLabel", "ConfidentialityLabel");

    private static final int MOST_REMARKS = 100;
    private static final int LONGEST_REMARK = 1_000;

    private final ObjectNode label = JsonNodeFactory.instance.objectNode();
    private final List<Remark> remarks = new ArrayList<>();

    private LabelReader() {}

    static ConfidentialityLabel read(XmlElement root) {
        if (!ROOTS.contains(root.name())) {
            throw new LabelException(root.path(), "is not the originator's confidentiality label");
        }
        return new LabelReader().label(root);
    }

    private ConfidentialityLabel label(XmlElement root) {
        Sequence parts = new Sequence(root, "Id", "ReviewDateTime");
        information(parts.required("ConfidentialityInformation"));
        XmlElement labeller = parts.optional("OriginatorID");
        if (labeller != null) {
            // Who wrote the label restricts nobody: neither it nor the nation that the information comes from.
            new Sequence(labeller, "IDType").end();
        }
        XmlElement created = parts.required("CreationDateTime");
        new Sequence(created).end();
        parts.end();
        String review = root.attributes().get("ReviewDateTime");
        return new ConfidentialityLabel(
                said(),
                dateTime(created.token(), created.path()),
                review == null ? null : dateTime(XmlElement.collapsed(review), root.path() + "/@ReviewDateTime"),
                remarks);
    }

    private Label said() {
        try {
            return Label.of(label);
        } catch (LabelException fault) {
            throw fault.under("/label");
        }
    }

    private void information(XmlElement information) {
        Sequence parts = new Sequence(information);
        XmlElement policy = parts.required("PolicyIdentifier");
        XmlElement classification = parts.required("Classification");
        new Sequence(policy, "URI").end();
        new Sequence(classification).end();
        label.put("policy", policy.token());
        label.put("classification", classification.token());
        int number = 0;
        for (XmlElement category : parts.all("Category")) {
            category(category, category.path() + "[" + ++number + "]");
        }
        parts.end();
    }

    private void category(XmlElement category, String path) {
        Sequence parts = new Sequence(category, "Type", "TagName", "URI");
        List<String> values =
                parts.all("GenericValue").stream().map(LabelReader::value).toList();
        parts.end();
        if (category.children().isEmpty() && !category.text().isBlank()) {
            throw new LabelException(path, "has text in the place of values");
        }
        Type type = Type.of(attribute(category, "Type", path))
                .orElseThrow(() -> new LabelException(path + "/@Type", "is not a type of categories"));
        String name = attribute(category, "TagName", path);
        Tag tag = Tag.of(name).orElse(null);
        if (tag == null) {
            remark(type, name, values, path);
        } else {
            member(tag, type, values, path);
        }
    }

    private static String value(XmlElement value) {
        new Sequence(value).end();
        return value.text();
    }

    private void member(Tag tag, Type type, List<String> values, String path) {
        if (tag.type() != type) {
            throw new LabelException(path + "/@Type", "is not " + tag.type() + ", as it is of " + tag.tagName());
        }
        if (label.has(tag.field())) {
            throw new LabelException(path, "is there twice");
        }
        try {
            label.set(tag.field(), tag.form().member(values));
        } catch (LabelException fault) {
            throw fault.under(path);
        }
    }

    /** What is unknown and could restrict a reader is refused; what cannot is kept for people to read. */
    private void remark(Type type, String name, List<String> values, String path) {
        if (type != Type.INFORMATIVE) {
            throw new LabelException(path, "is " + type.name().toLowerCase(Locale.ROOT) + " and not known");
        }
        int length = name.length() + values.stream().mapToInt(String::length).sum();
        if (length > LONGEST_REMARK || remarks.size() == MOST_REMARKS) {
            throw new LabelException(path, "is one remark too many or too long");
        }
        remarks.add(new Remark(name, values));
    }

    private static String attribute(XmlElement element, String name, String path) {
        @Nullable String value = element.attributes().get(name);
        if (value == null || value.isBlank()) {
            throw new LabelException(path + "/@" + name, "is required");
        }
        return value;
    }

    /** An {@code xs:dateTime} with its time zone, without which it is no instant. */
    private static Instant dateTime(String text, String path) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException otherForm) {
            throw new LabelException(path, "is not a date and time with a time zone");
        }
    }
}
