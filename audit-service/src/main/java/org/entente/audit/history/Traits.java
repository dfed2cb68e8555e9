package org.entente.audit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is searched by. Each event says it in its own words; what none says is absent.
 *
 * @param at when it happened
 * @param kind the type of the event
 * @param person identifier ({@code sub}) of the person whose access it is
 * @param actor {@code name@nation} of who acted
 * @param result {@code permitted} or {@code denied}
 */
record Traits(
        long index,
        Instant at,
        String kind,
        @Nullable String partner,
        @Nullable String person,
        @Nullable String actor,
        @Nullable String asset,
        @Nullable String action,
        @Nullable String purpose,
        @Nullable String result) {

    private static final String ABOUT_AN_ASSET = "org.entente.catalog.asset.";
    // Longer ones are not searched by: an index has no room for them.
    private static final int LONGEST = 255;

    static Traits of(Logged entry) {
        return new Traits(
                entry.index(),
                entry.at(),
                entry.type(),
                entry.partner(),
                bounded(first(entry, "person", "reader")),
                bounded(entry.actor()),
                bounded(asset(entry)),
                bounded(entry.text("action")),
                bounded(entry.text("purpose")),
                result(entry));
    }

    private static @Nullable String asset(Logged entry) {
        if (entry.type().startsWith(ABOUT_AN_ASSET)) {
            return entry.subject();
        }
        return first(entry, "assetId", "asset", "resource");
    }

    private static @Nullable String result(Logged entry) {
        JsonNode decision = entry.data().path("decision");
        if (!entry.type().equals(EventTypes.DECISION_MADE) || !decision.isBoolean()) {
            return null;
        }
        return decision.booleanValue() ? "permitted" : "denied";
    }

    private static @Nullable String first(Logged entry, String... fields) {
        for (String field : fields) {
            String value = entry.text(field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String bounded(@Nullable String value) {
        return value == null || value.length() > LONGEST ? null : value;
    }
}
