package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Assets: how soon a partner reads them, and whether their classification holds when somebody asks for less. */
final class AssetReading implements Reading {

    private static final String UNKNOWN = "unknown";

    private final String home;
    private final Roster roster;

    AssetReading(String home, Roster roster) {
        this.home = home;
        this.roster = roster;
    }

    @Override
    public List<Key> touched(Logged entry) {
        return switch (entry.type()) {
            case EventTypes.ASSET_REGISTERED, EventTypes.ASSET_WITHDRAWN, EventTypes.REMARKING_DECIDED ->
                List.of(asset(entry.subject()));
            case EventTypes.VIEW_SERVED -> viewed(entry);
            default -> List.of();
        };
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        switch (entry.type()) {
            case EventTypes.ASSET_REGISTERED ->
                books.put(Open.of(asset(entry.subject()), entry.at(), roster.whose(null, entry, books))
                        .noting(classification(entry)));
            case EventTypes.ASSET_WITHDRAWN -> books.close(asset(entry.subject()));
            case EventTypes.REMARKING_DECIDED -> remarked(entry, books, tally);
            case EventTypes.VIEW_SERVED -> view(entry, books, tally);
            default -> {}
        }
    }

    private List<Key> viewed(Logged entry) {
        String asset = entry.text("assetId");
        String partner = entry.partner();
        return asset == null || partner == null || partner.equals(home)
                ? List.of()
                : List.of(asset(asset), viewed(asset), viewed(asset + " " + partner));
    }

    private static void view(Logged entry, Books books, Tally tally) {
        String asset = String.valueOf(entry.text("assetId"));
        Open registered = books.find(asset(asset));
        if (registered == null) {
            return;
        }
        Whose whose = new Whose(entry.partner(), registered.whose().agency());
        first(
                entry,
                books,
                viewed(asset),
                () -> tally.took(Happened.of(Indicator.FIRST_VIEW, entry.at(), whose), registered.since()));
        first(
                entry,
                books,
                viewed(asset + " " + entry.partner()),
                () -> tally.took(Happened.of(Indicator.FIRST_VIEW_BY_PARTNER, entry.at(), whose), registered.since()));
    }

    private static void first(Logged entry, Books books, Key key, Runnable counting) {
        if (!books.has(key)) {
            books.put(Open.of(key, entry.at(), Whose.NOBODYS));
            counting.run();
        }
    }

    /** Only what would have let somebody see more says something of how high it was marked. */
    private static void remarked(Logged entry, Books books, Tally tally) {
        if (!"downgrade".equals(entry.text("kind"))) {
            return;
        }
        Open asset = books.find(asset(entry.subject()));
        String part = asset == null ? UNKNOWN : Objects.requireNonNullElse(asset.note(), UNKNOWN);
        boolean isLowered = "approved".equals(entry.text("state"));
        tally.count(
                Happened.of(Indicator.OVER_CLASSIFICATION, entry.at(), asset == null ? Whose.NOBODYS : asset.whose())
                        .partOf(part),
                1,
                isLowered ? 1 : 0);
    }

    private static @Nullable String classification(Logged entry) {
        JsonNode banner = entry.data().path("banner");
        String policy = banner.path("policy").textValue();
        String level = banner.path("classification").textValue();
        return policy == null || level == null ? null : policy + ":" + level;
    }

    static Key asset(String id) {
        return new Key(Kind.ASSET, id);
    }

    private static Key viewed(String by) {
        return new Key(Kind.VIEWED, by);
    }
}
