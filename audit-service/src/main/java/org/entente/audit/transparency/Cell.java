package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;

/**
 * What a report counts. Which cells there are depends on nothing that happened: that a cell stands there tells nothing, and none is
 * about one partner.
 */
@RegisterForReflection
enum Cell {
    DECISIONS_PERMITTED("decisions-permitted", "Questions of partners' people that were answered with something"),
    DECISIONS_DENIED("decisions-denied", "Questions of partners' people that were answered with nothing"),
    VIEWS("views", "Views shown to partners' people"),
    COPIES("copies", "Copies handed over to partners"),
    REQUESTS("requests", "Requests that partners made"),
    REQUESTS_APPROVED("requests-approved", "Requests that were approved"),
    REQUESTS_REFUSED("requests-refused", "Requests that were refused"),
    SITUATIONAL_AWARENESS("for-situational-awareness", "Permitted for situational awareness"),
    CYBER_DEFENCE("for-cyber-defence", "Permitted for cyber defence"),
    FORCE_PROTECTION("for-force-protection", "Permitted for force protection"),
    COUNTER_TERRORISM("for-counter-terrorism", "Permitted against terrorism"),
    LAW_ENFORCEMENT("for-law-enforcement", "Permitted for law enforcement"),
    DISASTER_RELIEF("for-disaster-relief", "Permitted for disaster relief"),
    CRISIS_RESPONSE("for-crisis-response", "Permitted in a crisis"),
    ANOMALIES("anomalies", "Unusual accesses that were looked into"),
    BREACHES("breaches", "Breaches that were confirmed");

    private static final String PURPOSE = "for-";

    private final String wireName;
    private final String title;

    Cell(String wireName, String title) {
        this.wireName = wireName;
        this.title = title;
    }

    @JsonValue
    String wireName() {
        return wireName;
    }

    String title() {
        return title;
    }

    static Optional<Cell> of(String wireName) {
        return Arrays.stream(values())
                .filter(cell -> cell.wireName.equals(wireName))
                .findFirst();
    }

    /** Where an entry of the log counts. */
    static List<Cell> of(Logged entry) {
        return switch (entry.type()) {
            case EventTypes.DECISION_MADE -> decision(entry);
            case EventTypes.VIEW_SERVED, EventTypes.DATA_ROOM_PAGE_SERVED -> List.of(VIEWS);
            case EventTypes.RELEASE_HANDED_OVER, EventTypes.OBJECTS_SERVED -> List.of(COPIES);
            case EventTypes.REQUEST_SUBMITTED -> List.of(REQUESTS);
            case EventTypes.REQUEST_APPROVED -> List.of(REQUESTS_APPROVED);
            case EventTypes.REQUEST_REFUSED -> List.of(REQUESTS_REFUSED);
            case EventTypes.ANOMALY_DETECTED -> List.of(ANOMALIES);
            case EventTypes.BREACH_CONFIRMED -> List.of(BREACHES);
            default -> List.of();
        };
    }

    private static List<Cell> decision(Logged entry) {
        if ("discover".equals(entry.text("action")) || entry.data().has("search")) {
            return List.of();
        }
        if (!entry.data().path("decision").asBoolean(false)) {
            return List.of(DECISIONS_DENIED);
        }
        return of(PURPOSE + entry.text("purpose"))
                .map(purpose -> List.of(DECISIONS_PERMITTED, purpose))
                .orElse(List.of(DECISIONS_PERMITTED));
    }
}
