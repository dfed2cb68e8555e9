package org.entente.label.stanag4774;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.entente.label.Json;
import org.entente.label.Label;

/** Labels as XML documents, as tests need them. */
final class Documents {

    static final Instant CREATED = Instant.parse("2026-11-23T10:00:00Z");

    private Documents() {}

    static ConfidentialityLabel parse(String document) {
        return ConfidentialityLabel.parse(document.getBytes(UTF_8));
    }

    static ConfidentialityLabel of(Label label) {
        return new ConfidentialityLabel(label, CREATED, null, List.of());
    }

    static Label label(String json) {
        return Label.of(Json.of(json));
    }

    /** A document whose information is that of an ALLIANCE SECRET label and the given XML. */
    static String document(String categories) {
        return of("<PolicyIdentifier>ALLIANCE</PolicyIdentifier><Classification>SECRET</Classification>" + categories);
    }

    static String of(String information) {
        return "<ConfidentialityLabel xmlns=\"" + ConfidentialityLabel.NAMESPACE + "\"><ConfidentialityInformation>"
                + information + "</ConfidentialityInformation>"
                + "<CreationDateTime>2026-11-23T10:00:00Z</CreationDateTime></ConfidentialityLabel>";
    }

    static String category(String type, String tagName, String... values) {
        StringBuilder category = new StringBuilder("<Category Type='" + type + "' TagName='" + tagName + "'>");
        for (String value : values) {
            category.append("<GenericValue>").append(value).append("</GenericValue>");
        }
        return category + "</Category>";
    }

    static String resource(String name) {
        try (var content = Documents.class.getResourceAsStream("/stanag4774/" + name)) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
