package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.StixPortions;
import org.entente.outbox.Outbox;

/** Opens a tearline and lays it beside its asset, for who reviews it; each look is on record. */
@ApplicationScoped
class Comparison {
    private static final int PAGE = 200;

    private final Sources sources;
    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final Announcements announcements;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Comparison(
            Sources sources,
            StoredAssets assets,
            Tearlines tearlines,
            Announcements announcements,
            KeyProvider keys,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.sources = sources;
        this.assets = assets;
        this.tearlines = tearlines;
        this.announcements = announcements;
        this.keys = keys;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** The tearline with its content. */
    Uni<TearlineView> opened(UUID assetId, UUID id, String actor) {
        Uni<TearlineView> opened = tearlines.find(assetId, id).chain(found -> {
            StoredTearline tearline = found.orElseThrow(Problem::notFound);
            return assets.find(assetId)
                    .map(asset -> asset.orElseThrow(Problem::notFound))
                    .chain(asset ->
                            OffEventLoop.run(() -> announcements.view(tearline, tearline.open(asset.key(keys), json))))
                    .call(() -> record(tearline, actor));
        });
        return alarm.guard(assetId, opened);
    }

    /** The differences. */
    Uni<Diff> diff(UUID assetId, UUID id, int from, String actor) {
        Uni<Diff> diff = tearlines.find(assetId, id).chain(found -> {
            StoredTearline tearline = found.orElseThrow(Problem::notFound);
            return sources.find(assetId)
                    .chain(source -> diff(source, tearline, from))
                    .call(() -> record(tearline, actor));
        });
        return alarm.guard(assetId, diff);
    }

    private Uni<Diff> diff(Source source, StoredTearline tearline, int from) {
        if (source.asset().version() != tearline.version()) {
            throw Problem.conflict(null, "The asset has a newer version; the tearline is not shown to anybody.");
        }
        Map<String, Mark> marks = new HashMap<>();
        source.marks().forEach(mark -> marks.put(mark.id(), mark));
        return OffEventLoop.run(() -> tearline.open(source.asset().key(keys), json))
                .chain(content -> {
                    List<Part> page =
                            content.parts().stream().skip(from).limit(PAGE).toList();
                    int next = from + page.size();
                    List<Mark> opened = page.stream()
                            .flatMap(part -> part.from().stream())
                            .flatMap(id -> Optional.ofNullable(marks.get(id)).stream())
                            .toList();
                    return assets.contents(source.asset(), opened)
                            .chain(contents -> OffEventLoop.run(() -> compared(source, page, marks, contents)))
                            .map(parts -> new Diff(
                                    tearline.id(), parts, next < content.parts().size() ? next : null));
                });
    }

    private List<Diff.Compared> compared(
            Source source, List<Part> parts, Map<String, Mark> marks, Map<Integer, byte[]> contents)
            throws IOException {
        PortionReader reader = PortionReader.of(source.asset(), source.labels(), source.marks(), keys, json);
        List<Diff.Compared> compared = new ArrayList<>();
        for (Part part : parts) {
            Map<String, JsonNode> before = new HashMap<>();
            for (String id : part.from()) {
                Mark mark = Optional.ofNullable(marks.get(id)).orElseThrow(Problem::notFound);
                before.put(id, reader.read(mark, contents));
            }
            JsonNode original = original(source, part, before);
            compared.add(
                    new Diff.Compared(part.id(), part.from(), part.masks(), Change.between(original, part.content())));
        }
        return compared;
    }

    private static JsonNode original(Source source, Part part, Map<String, JsonNode> contents) {
        JsonNode object = Objects.requireNonNull(contents.get(part.source()));
        if (source.asset().form() != Form.STIX || !(object instanceof ObjectNode whole)) {
            return object;
        }
        Map<String, JsonNode> properties = new HashMap<>();
        part.from().stream()
                .skip(1)
                .forEach(id -> properties.put(
                        String.valueOf(PortionId.parse(id).selector()), Objects.requireNonNull(contents.get(id))));
        return StixPortions.reassemble(whole, properties);
    }

    private Uni<Void> record(StoredTearline tearline, String actor) {
        return pool.withTransaction(transaction -> outbox.append(
                transaction, List.of(announcements.of(EventTypes.TEARLINE_PREVIEWED, tearline, actor, null))));
    }
}
