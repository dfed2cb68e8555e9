package org.entente.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.entente.label.MarkingPolicy.Group;
import org.entente.label.MarkingPolicy.Level;
import org.entente.label.MarkingPolicy.Member;

/** Marking policies from JSON. */
final class MarkingPolicyJson {

    private static final String FULL_DATE = "2026-11-23";

    private MarkingPolicyJson() {}

    static MarkingPolicy read(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "name", "levels", "groups");
        String name = fields.required("name");
        List<Level> levels = fields.list("levels", MarkingPolicyJson::level);
        if (levels == null && name.equals(MarkingPolicies.ALLIANCE)) {
            levels = PolicyRules.FIXED_LEVELS;
        }
        if (levels == null) {
            throw new LabelException("/levels", "is required");
        }
        List<Group> groups = fields.list("groups", MarkingPolicyJson::group);
        return new MarkingPolicy(name, levels, Objects.requireNonNullElse(groups, List.of()));
    }

    private static Level level(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "name", "is");
        return new Level(fields.required("name"), fields.required("is"));
    }

    private static Group group(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "code", "members");
        return new Group(fields.required("code"), fields.requiredList("members", MarkingPolicyJson::member));
    }

    private static Member member(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "code", "from", "until");
        return new Member(
                fields.required("code"),
                fields.read("from", MarkingPolicyJson::date),
                fields.read("until", MarkingPolicyJson::date));
    }

    /** RFC 3339, full-date: four digits of the year, which {@link LocalDate#parse} does not insist on. */
    private static LocalDate date(JsonNode json) {
        String text = StrictObject.text(json);
        try {
            if (text.length() == FULL_DATE.length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notADate) {
            // Told like any other form that is none.
        }
        throw new LabelException("", "is not a date of the form " + FULL_DATE);
    }
}
