package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.access.AccessService.Marked;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.jboss.logging.Logger;

/** Under which labels a reader may discover: of the whole catalog, or of one asset. */
@ApplicationScoped
class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);
    /** What a question about the whole catalog is about; no asset has such an identifier. */
    private static final String EVERYTHING = "*";

    private final StoredAssets assets;
    private final AccessService access;
    private final Pool pool;
    private final ObjectMapper json;
    private final String home;

    Discovery(
            StoredAssets assets,
            AccessService access,
            Pool pool,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.assets = assets;
        this.access = access;
        this.pool = pool;
        this.json = json;
        this.home = home;
    }

    /** Of all labels in use, those under which the reader may discover. */
    Uni<Set<String>> everywhere(Asking asking) {
        return pool.query("select id, document from label").execute().chain(rows -> {
            Map<String, InternedLabel> labels = new HashMap<>();
            rows.forEach(row ->
                    labels.put(row.getString("id"), new InternedLabel(row.getString("id"), row.getString("document"))));
            return access.discoverable(asking, new Marked(EVERYTHING, home, intact(labels)));
        });
    }

    /** Of the labels of an asset, those under which the reader may discover; asked all the same if there is none. */
    Uni<Set<String>> of(UUID id, Optional<StoredAsset> asset, Asking asking) {
        String originator = asset.map(StoredAsset::originator).orElse(home);
        return assets.labels(id, asset)
                .map(AssetLabels::byId)
                .chain(labels -> access.discoverable(asking, new Marked(id.toString(), originator, intact(labels))));
    }

    /** A label that is not what was stored shows nothing to anybody. */
    private Map<String, JsonNode> intact(Map<String, InternedLabel> labels) {
        Map<String, JsonNode> intact = new HashMap<>();
        labels.values().forEach(label -> {
            try {
                intact.put(label.id(), label.requireIntact().json(json));
            } catch (IntegrityException changed) {
                LOG.error(changed.getMessage());
            }
        });
        return intact;
    }
}
