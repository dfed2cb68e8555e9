package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Tally.Row;
import org.entente.events.EventTypes;

/** Entries of a log, made up minute by minute, and what they count for. */
abstract class Happenings {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final LocalDate TODAY = NOON.atOffset(ZoneOffset.UTC).toLocalDate();
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Logged> entries = new ArrayList<>();

    Map<Row, Tally.Sums> counted() {
        Tally tally = new Tally(aims());
        counting().read(entries, new Books(List.of()), tally);
        return tally.rows();
    }

    static Counting counting() {
        return new Counting("XAA", new Roster("XAA", Map.of("XAA-MARITIME", List.of("harbour-app", "officer"))));
    }

    static Targets.Aims aims() {
        return new Targets.Aims(
                1, Map.of(Indicator.FIRST_VIEW_BY_PARTNER, new Target(Duration.ofHours(1), null, null)));
    }

    static Tally.Sums at(Map<Row, Tally.Sums> sums, Indicator indicator, String partner) {
        return sums.getOrDefault(new Row(indicator, partner, "", "", TODAY), new Tally.Sums());
    }

    void submit(String id, int dueMinute) {
        happens(
                EventTypes.REQUEST_SUBMITTED,
                id,
                "XBB",
                data().put("due", minute(dueMinute).toString()),
                0);
    }

    void happens(String type, String subject, String partner, ObjectNode data, int minute) {
        happens(type, subject, partner, null, data, minute);
    }

    /** The same, done by somebody. */
    void happens(String type, String subject, String partner, String actor, ObjectNode data, int minute) {
        ObjectNode event = JSON.createObjectNode().put("time", minute(minute).toString());
        if (actor != null) {
            event.put("actor", actor);
        }
        event.set("data", data);
        entries.add(new Logged(entries.size(), type, subject, partner, minute(minute), event));
    }

    static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    static ObjectNode data() {
        return JSON.createObjectNode();
    }
}
