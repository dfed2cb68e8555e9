package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.asset.RegisteredAsset.LabelCount;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.RollUp;

/** What the home side sees of a stored asset without opening its content. */
@ApplicationScoped
public class Metadata {
    private final StoredAssets assets;
    private final MarkingPolicyStore policies;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    Metadata(
            StoredAssets assets,
            MarkingPolicyStore policies,
            KeyProvider keys,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.assets = assets;
        this.policies = policies;
        this.keys = keys;
        this.alarm = alarm;
        this.json = json;
    }

    /** The metadata, with the banner as it is now. */
    public Uni<RegisteredAsset> of(StoredAsset asset) {
        Uni<RegisteredAsset> metadata = policies.labels()
                .chain(vocabulary ->
                        assets.labels(asset.id(), Optional.of(asset)).map(labels -> of(asset, labels, vocabulary)));
        return alarm.guard(asset.id(), metadata);
    }

    private RegisteredAsset of(StoredAsset asset, AssetLabels labels, Labels vocabulary) {
        DataKey key = asset.key(keys);
        return new RegisteredAsset(
                asset.id(),
                asset.version(),
                asset.form(),
                asset.title(key),
                asset.purposeNote(key),
                asset.originator(),
                asset.registered(),
                asset.changed(),
                asset.portions(),
                banner(asset, labels, vocabulary),
                counts(labels),
                asset.sha256());
    }

    private Label banner(StoredAsset asset, AssetLabels labels, Labels vocabulary) {
        Instant now = Instant.now();
        // The labels of tearlines are among them, and none of the asset's own portions or its title stands under those.
        return RollUp.banner(labels.byId().keySet().stream()
                        .filter(id -> labels.counts().getOrDefault(id, 0) > 0
                                || id.equals(asset.sealed().label().id()))
                        .map(id -> Label.of(labels.get(id).json(json)))
                        .map(label -> vocabulary.normalise(label, asset.originator(), now))
                        .toList())
                .toLabel();
    }

    private List<LabelCount> counts(AssetLabels labels) {
        return labels.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new LabelCount(labels.get(count.getKey()).json(json), count.getValue()))
                .toList();
    }
}
