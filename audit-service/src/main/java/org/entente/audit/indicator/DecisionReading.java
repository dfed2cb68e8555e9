package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Decisions: what is shared and what is withheld. What a partner reads of a decision does not say why something is withheld; that
 * comes in sums which access-service tells the home side alone, and which do not name assets: they are of no agency.
 */
final class DecisionReading implements Reading {

    private static final int MOST = 4_096;
    private static final String UNKNOWN = "unknown";

    private final String home;

    DecisionReading(String home) {
        this.home = home;
    }

    @Override
    public List<Key> touched(Logged entry) {
        if (entry.type().equals(EventTypes.DECISIONS_SUMMED)) {
            // It touches nothing that is open, and is read all the same.
            return List.of(AssetReading.asset(""));
        }
        boolean isOfAsset = entry.type().equals(EventTypes.DECISION_MADE)
                && entry.text("resource") != null
                && !"discover".equals(entry.text("action"))
                && !entry.data().has("search");
        return isOfAsset ? List.of(AssetReading.asset(String.valueOf(entry.text("resource")))) : List.of();
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        if (entry.type().equals(EventTypes.DECISIONS_SUMMED)) {
            summed(entry, tally);
            return;
        }
        Open asset = books.find(AssetReading.asset(String.valueOf(entry.text("resource"))));
        String part = asset == null ? UNKNOWN : Objects.requireNonNullElse(asset.note(), UNKNOWN);
        JsonNode data = entry.data();
        boolean isWithheld = data.path("protected").asBoolean(false)
                || data.path("denied").asLong(0) > 0
                || !data.path("decision").asBoolean(false);
        tally.count(
                Happened.of(
                                Indicator.SEEN_IN_FULL,
                                entry.at(),
                                new Whose(
                                        partner(entry.text("partner")),
                                        asset == null ? null : asset.whose().agency()))
                        .partOf(part),
                1,
                isWithheld ? 0 : 1);
    }

    private void summed(Logged entry, Tally tally) {
        int rows = 0;
        Instant stated = Times.read(entry.data().path("at"));
        Instant at = stated == null ? entry.at() : stated;
        for (JsonNode row : entry.data().path("sums")) {
            if (++rows > MOST) {
                return;
            }
            Whose whose = Whose.of(partner(row.path("partner").textValue()));
            String category = row.path("category").asText(UNKNOWN);
            long shared = Math.max(0, row.path("shared").asLong(0));
            long withheld = Math.max(0, row.path("withheld").asLong(0));
            tally.count(Happened.of(Indicator.SHARED, at, whose).partOf(category), shared + withheld, shared);
            for (Map.Entry<String, JsonNode> code : row.path("codes").properties()) {
                tally.count(
                        Happened.of(Indicator.WITHHELD, at, whose).partOf(category + "/" + code.getKey()),
                        Math.max(0, code.getValue().asLong(0)),
                        0);
            }
        }
    }

    private @Nullable String partner(@Nullable String stated) {
        return home.equals(stated) ? null : stated;
    }
}
