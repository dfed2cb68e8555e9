package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.catalog.contribution.Contribution.Fate;
import org.entente.catalog.contribution.Contribution.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An object on its way in.
 *
 * @param sha256 of its canonical form
 * @param fate nothing while it may still be accepted
 */
record Candidate(
        int place,
        JsonNode content,
        String sha256,
        @Nullable Fate fate,
        @Nullable String message) {
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_ID = 300;

    static final String NO_ID = "unknown";

    Candidate quarantined(String why) {
        String shortened = why.length() <= LONGEST_MESSAGE ? why : why.substring(0, LONGEST_MESSAGE);
        return new Candidate(place, content, sha256, Fate.QUARANTINED, shortened);
    }

    Candidate merged(String with) {
        return new Candidate(place, content, sha256, Fate.MERGED, with);
    }

    Candidate accepted() {
        return new Candidate(place, content, sha256, Fate.ACCEPTED, null);
    }

    boolean isOpen() {
        return fate == null;
    }

    String id() {
        String id = content.path("id").asText(NO_ID);
        return id.isEmpty() || id.length() > LONGEST_ID ? NO_ID : id;
    }

    /** As the object states it; the epoch where it has none. */
    Instant version() {
        String stated = content.path("modified").asText(content.path("created").asText(""));
        try {
            return stated.isEmpty() ? Instant.EPOCH : Instant.parse(stated).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notAnInstant) {
            return Instant.EPOCH;
        }
    }

    /** What tells objects of one partner apart. */
    String key() {
        return id() + "@" + version();
    }

    Outcome outcome(Instant received) {
        Instant version = version().equals(Instant.EPOCH) ? received : version();
        Fate known = fate == null ? Fate.QUARANTINED : fate;
        return new Outcome(id(), version, known, message, known == Fate.QUARANTINED ? content : null);
    }
}
