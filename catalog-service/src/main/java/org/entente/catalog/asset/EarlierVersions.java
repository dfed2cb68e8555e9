package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.Place;
import org.entente.label.Label;

/** Opens the version that is about to be superseded, to compare. */
@ApplicationScoped
class EarlierVersions {
    private final StoredAssets assets;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    EarlierVersions(StoredAssets assets, KeyProvider keys, IntegrityAlarm alarm, ObjectMapper json) {
        this.assets = assets;
        this.keys = keys;
        this.alarm = alarm;
        this.json = json;
    }

    /** What the version says; nothing, if there is none. */
    Uni<Earlier> of(Optional<StoredAsset> newest, Origin origin) {
        if (newest.isEmpty()) {
            return Uni.createFrom().item(() -> new Earlier(json));
        }
        StoredAsset asset = newest.get();
        Uni<Earlier> earlier = assets.marks(asset.id(), newest).chain(all -> {
            List<Mark> marks = all.stream().filter(mark -> !mark.isAttachment()).toList();
            return assets.contents(asset, marks).chain(contents -> assets.labels(asset.id(), newest)
                    .chain(labels -> OffEventLoop.run(() -> open(asset, marks, contents, labels, origin))));
        });
        return alarm.guard(asset.id(), earlier);
    }

    private Earlier open(
            StoredAsset asset, List<Mark> marks, Map<Integer, byte[]> contents, AssetLabels labels, Origin origin)
            throws IOException {
        DataKey key = asset.key(keys);
        Earlier earlier = new Earlier(json);
        for (Mark mark : marks) {
            byte[] sealed = contents.get(mark.seq());
            if (sealed == null) {
                throw new IntegrityException(mark.id());
            }
            byte[] label = labels.get(mark.label()).canonical();
            byte[] content = key.open(Place.portion(asset.id(), asset.version(), mark.id(), label), sealed);
            Label stated = Label.of(labels.get(mark.label()).json(json));
            earlier.add(json.readTree(content), origin.vocabulary().normalise(stated, asset.originator(), origin.at()));
        }
        return earlier;
    }
}
