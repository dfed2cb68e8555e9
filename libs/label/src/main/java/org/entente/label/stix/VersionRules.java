package org.entente.label.stix;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** When an object must say {@code created} and {@code modified} (STIX 2.1, section 3.2), and what tells versions apart. */
final class VersionRules {

    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");

    /** Domain, relationship and the versioned meta objects; custom types may be observables, which have no versions. */
    private static final Set<String> VERSIONED = Set.of(
            "attack-pattern",
            "campaign",
            "course-of-action",
            "grouping",
            "identity",
            "incident",
            "indicator",
            "infrastructure",
            "intrusion-set",
            "location",
            "malware",
            "malware-analysis",
            "note",
            "observed-data",
            "opinion",
            "report",
            "threat-actor",
            "tool",
            "vulnerability",
            "relationship",
            "sighting",
            "extension-definition",
            "language-content");

    private VersionRules() {}

    static void check(StixObject object) {
        boolean versioned = VERSIONED.contains(object.type());
        checkTimestamp(object, "created", versioned || object.type().equals(StixObject.MARKING_DEFINITION));
        checkTimestamp(object, "modified", versioned);
    }

    /** Equal for two writings of the same instant. */
    static String version(StixObject object) {
        String modified = object.modified();
        return modified == null ? "" : Instant.parse(modified).toString();
    }

    private static void checkTimestamp(StixObject object, String field, boolean required) {
        if (!required && !object.json().has(field)) {
            return;
        }
        String text = object.json().path(field).textValue();
        if (text == null || !TIMESTAMP.matcher(text).matches() || !isInstant(text)) {
            throw new StixException(object.pointer() + "/" + field, "is not a timestamp such as 2026-11-23T10:00:00Z");
        }
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException notInstant) {
            return false;
        }
    }
}
