package org.entente.audit.anomaly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entente.audit.anomaly.Access.Accessor;
import org.entente.audit.anomaly.Access.Deed;
import org.entente.audit.anomaly.Access.Kind;
import org.entente.audit.anomaly.Access.Place;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Reads accesses out of events of other services: the few fields that are needed, as far as they are there. */
final class AccessReader {

    private static final int MOST = 64;
    private static final int LONGEST = 255;

    private final String home;

    /** @param home the nation whose people are of no partner */
    AccessReader(String home) {
        this.home = home;
    }

    /** The access that an entry tells of, if it does. */
    Optional<Access> read(Logged entry) {
        Kind kind = kind(entry.type());
        String person = Objects.requireNonNullElse(entry.text("person"), Objects.requireNonNullElse(entry.actor(), ""));
        if (kind == null || person.isEmpty() || person.length() > LONGEST) {
            return Optional.empty();
        }
        JsonNode data = entry.data();
        Deed deed = new Deed(
                kind,
                kind != Kind.ASKED || data.path("decision").asBoolean(false),
                asset(entry),
                Set.copyOf(texts(data.path("categories"))),
                texts(data.path("grants")),
                Math.max(0, data.path("bytes").asLong(0)));
        Accessor by = new Accessor(person, bounded(entry.text("unit")), partner(entry), entry.isExercise());
        Place place = new Place(bounded(entry.text("country")), bounded(entry.text("network")));
        return Optional.of(new Access(entry.index(), entry.at(), by, deed, place));
    }

    private static @Nullable Kind kind(String type) {
        return switch (type) {
            case EventTypes.DECISION_MADE -> Kind.ASKED;
            case EventTypes.VIEW_SERVED, EventTypes.DATA_ROOM_PAGE_SERVED -> Kind.SHOWN;
            case EventTypes.RELEASE_HANDED_OVER, EventTypes.OBJECTS_SERVED -> Kind.HANDED_OVER;
            default -> null;
        };
    }

    /** The partner may not know of every decision about its people; the field says whom it was about all the same. */
    private @Nullable String partner(Logged entry) {
        String partner =
                Objects.requireNonNullElse(entry.text("partner"), Objects.requireNonNullElse(entry.partner(), ""));
        return partner.isEmpty() || partner.equals(home) || partner.length() > LONGEST ? null : partner;
    }

    private static String asset(Logged entry) {
        String asset = entry.text("assetId");
        return Objects.requireNonNullElse(asset, Objects.requireNonNullElse(entry.text("resource"), ""));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            String text = bounded(item.textValue());
            if (text != null && !texts.contains(text) && texts.size() < MOST) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.isEmpty() || text.length() > LONGEST ? null : text;
    }
}
