package org.entente.crisis.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.crisis.signal.SignalReport;
import org.jspecify.annotations.Nullable;

/** What of a TAXII envelope are signals: indicators, sightings and incidents (STIX 2.1), neither revoked nor over. */
final class StixSignals {
    private static final Set<String> TYPES = Set.of("indicator", "sighting", "incident");
    private static final int WHOLE = 100;
    /** A sighting says that it is so; an indicator only how one would know. */
    private static final int HINT = 50;

    private StixSignals() {}

    /** @param envelope as of TAXII 2.1 section 3.7 */
    static List<SignalReport> of(JsonNode envelope, String name, ConnectorSettings.Taxii settings, Instant now) {
        List<SignalReport> signals = new ArrayList<>();
        for (JsonNode object : envelope.path("objects")) {
            if (signals.size() < settings.mostObjects() && isSignal(object, now)) {
                signals.add(signal(object, name, settings, now));
            }
        }
        return signals;
    }

    private static boolean isSignal(JsonNode object, Instant now) {
        Instant until = instant(object.path("valid_until"));
        return TYPES.contains(object.path("type").asText())
                && !object.path("revoked").asBoolean()
                && object.path("id").asText().length() <= WHOLE
                && !object.path("id").asText().isBlank()
                && (until == null || until.isAfter(now));
    }

    private static SignalReport signal(JsonNode object, String name, ConnectorSettings.Taxii settings, Instant now) {
        int confidence =
                object.path("confidence").isInt() ? object.path("confidence").intValue() : settings.confidence();
        Instant modified = instant(object.path("modified"));
        boolean isRecent =
                modified != null && !modified.isAfter(now) && modified.isAfter(now.minus(Duration.ofDays(29)));
        return new SignalReport(
                settings.indicator(),
                object.path("type").asText().equals("indicator") ? HINT : WHOLE,
                "taxii " + name,
                Math.max(0, Math.min(WHOLE, confidence)),
                null,
                settings.halfLife(),
                settings.partner().orElse(null),
                isRecent ? modified : null,
                object.path("id").asText() + " " + object.path("modified").asText());
    }

    private static @Nullable Instant instant(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.textValue()) : null;
        } catch (DateTimeParseException fault) {
            return null;
        }
    }
}
