package org.entente.catalog.taxii;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.catalog.tearline.Tearlines;

/** Finds the tearlines that say something in place of what may not go, with all that is decided on together with them. */
@ApplicationScoped
class Instead {
    private static final String SOURCES = """
            select p.asset, p.id, p.label, l.document
            from unnest($1::uuid[], $2::integer[], $3::text[]) as wanted (asset, version, portion)
            join portion p on p.asset = wanted.asset and p.version = wanted.version and p.id = wanted.portion
            join label l on l.id = p.label""";

    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final Pool pool;

    Instead(StoredAssets assets, Tearlines tearlines, Pool pool) {
        this.assets = assets;
        this.tearlines = tearlines;
        this.pool = pool;
    }

    /**
     * Tearlines that are approved now.
     *
     * @param assets that they are of, as they are now
     * @param labels of the portions that they are made of, by asset and portion
     */
    record Known(
            Map<UUID, StoredAsset> assets,
            List<StoredTearline> tearlines,
            Map<UUID, Map<String, InternedLabel>> labels) {
        static final Known NONE = new Known(Map.of(), List.of(), Map.of());

        /** One that some of them are of. */
        StoredAsset asset(UUID id) {
            return Objects.requireNonNull(assets.get(id));
        }

        Optional<StoredTearline> find(UUID id) {
            return tearlines.stream()
                    .filter(tearline -> tearline.id().equals(id))
                    .findFirst();
        }

        /** The portions that it is made of, with their labels. */
        Map<String, InternedLabel> sources(StoredTearline tearline) {
            Map<String, InternedLabel> ofAsset = labels.getOrDefault(tearline.asset(), Map.of());
            Map<String, InternedLabel> sources = new LinkedHashMap<>();
            tearline.sources().forEach(id -> sources.put(id, Objects.requireNonNull(ofAsset.get(id))));
            return sources;
        }

        /** Only those of which every portion is there that they are made of, and every label is what was stored. */
        private Known whole() {
            return new Known(assets, tearlines.stream().filter(this::isWhole).toList(), labels);
        }

        private boolean isWhole(StoredTearline tearline) {
            Map<String, InternedLabel> ofAsset = labels.getOrDefault(tearline.asset(), Map.of());
            return Handover.isIntact(tearline.label())
                    && ofAsset.keySet().containsAll(tearline.sources())
                    && ofAsset.entrySet().stream()
                            .filter(source -> tearline.sources().contains(source.getKey()))
                            .allMatch(source -> Handover.isIntact(source.getValue()));
        }
    }

    /** All approved tearlines of the assets of which some are among these objects. */
    Uni<Known> of(List<ShelvedObject> objects) {
        List<UUID> ids = objects.stream()
                .filter(object -> object.tearline() != null)
                .map(ShelvedObject::asset)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Known.NONE);
        }
        return assets.listed(ids)
                .map(listed -> listed.stream().map(ListedAsset::asset).toList())
                .chain(stored -> tearlines.approved(pool, stored).chain(approved -> labels(approved)
                        .map(labels -> new Known(byId(stored), approved, labels).whole())));
    }

    private Uni<Map<UUID, Map<String, InternedLabel>>> labels(List<StoredTearline> approved) {
        record Source(UUID asset, int version, String portion) {}
        List<Source> sources = approved.stream()
                .flatMap(tearline -> tearline.sources().stream()
                        .map(portion -> new Source(tearline.asset(), tearline.version(), portion)))
                .distinct()
                .toList();
        return pool.preparedQuery(SOURCES)
                .execute(Tuple.of(
                        sources.stream().map(Source::asset).toArray(UUID[]::new),
                        sources.stream().map(Source::version).toArray(Integer[]::new),
                        sources.stream().map(Source::portion).toArray(String[]::new)))
                .map(rows -> {
                    Map<UUID, Map<String, InternedLabel>> labels = new HashMap<>();
                    rows.forEach(row -> labels.computeIfAbsent(row.getUUID("asset"), asset -> new HashMap<>())
                            .put(
                                    row.getString("id"),
                                    new InternedLabel(row.getString("label"), row.getString("document"))));
                    return labels;
                });
    }

    private static Map<UUID, StoredAsset> byId(List<StoredAsset> assets) {
        return assets.stream().collect(Collectors.toMap(StoredAsset::id, asset -> asset));
    }
}
