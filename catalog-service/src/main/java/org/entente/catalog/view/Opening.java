package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.catalog.view.Assembly.Assembled;
import org.entente.catalog.view.View.Shown;
import org.entente.label.Labels;
import org.entente.label.stix.PortionId;
import org.jspecify.annotations.Nullable;

/** Opens exactly the portions that may be shown and writes the answer. Takes long; never on the event loop. */
@ApplicationScoped
class Opening {
    private final ObjectMapper json;
    private final KeyProvider keys;
    private final Timer timer;

    Opening(ObjectMapper json, KeyProvider keys, MeterRegistry metrics) {
        this.json = json;
        this.keys = keys;
        this.timer = metrics.timer("entente.catalog.decrypt");
    }

    /**
     * What is opened, for whom.
     *
     * @param labels of the asset
     * @param all portions of the asset, in order
     * @param shown those that may be opened
     */
    record Opened(StoredAsset asset, AssetLabels labels, List<Mark> all, List<Mark> shown) {}

    /** The bytes of an answer, before anyone has seen them. */
    @SuppressWarnings("ArrayRecordComponent") // made here, hashed and sent once
    record Rendered(byte[] bytes, String sha256, int portions) {}

    /**
     * What an answer is made from.
     *
     * @param contents of the portions shown, sealed, by their place in the order
     * @param vocabulary in which their marks are written
     */
    record Sources(Map<Integer, byte[]> contents, Labels vocabulary) {}

    /** What is shown, in the form of the asset. */
    private record Substance(
            @Nullable ObjectNode bundle, @Nullable DocumentView document, int portions) {}

    /**
     * The answer to a permitted request.
     *
     * @throws IntegrityException if anything is not as it was stored; then nothing is shown
     */
    Rendered render(Opened opened, Sources sources, Reading reading, Terms terms) throws Exception {
        StoredAsset asset = opened.asset();
        Substance substance = timer.recordCallable(() -> switch (asset.form()) {
            case STIX -> bundle(opened, sources);
            case DOCUMENT -> document(opened, sources, reading);
        });
        View view = new View(
                terms.decisionId(),
                terms.epoch(),
                asset.id(),
                asset.version(),
                reading.purpose(),
                new Shown(
                        substance.portions(),
                        substance.portions() < opened.all().size()),
                terms.obligations(),
                terms.explanation(),
                substance.bundle(),
                substance.document());
        byte[] bytes = json.writeValueAsBytes(view);
        return new Rendered(bytes, Digests.sha256(bytes), substance.portions());
    }

    private Substance document(Opened opened, Sources sources, Reading reading) throws IOException {
        StoredAsset asset = opened.asset();
        DataKey key = asset.key(keys);
        asset.requireComplete(key, opened.all());
        DocumentAssembly assembly =
                new DocumentAssembly(asset, opened.labels(), sources.vocabulary(), reading.partner());
        for (Mark mark : opened.shown()) {
            assembly.add(mark, content(opened, mark, sources.contents().get(mark.seq()), key), json);
        }
        return new Substance(null, assembly.close(), opened.shown().size());
    }

    private Substance bundle(Opened opened, Sources sources) throws IOException {
        StoredAsset asset = opened.asset();
        DataKey key = asset.key(keys);
        asset.requireComplete(key, opened.all());
        Assembly assembly = new Assembly();
        for (Mark mark : opened.shown()) {
            assembly.add(
                    PortionId.parse(mark.id()),
                    content(opened, mark, sources.contents().get(mark.seq()), key));
        }
        Set<String> all = opened.all().stream()
                .map(mark -> PortionId.parse(mark.id()).objectId())
                .collect(Collectors.toSet());
        Assembled assembled = assembly.close(all);
        return new Substance(bundle(opened, assembled.objects()), null, assembled.portions());
    }

    private JsonNode content(Opened opened, Mark mark, byte @Nullable [] sealed, DataKey key) throws IOException {
        if (sealed == null) {
            throw new IntegrityException(mark.id());
        }
        StoredAsset asset = opened.asset();
        byte[] label = opened.labels().get(mark.label()).canonical();
        return json.readTree(key.open(Place.portion(asset.id(), asset.version(), mark.id(), label), sealed));
    }

    /** The same portions of the same version always make the same bundle. */
    private ObjectNode bundle(Opened opened, List<ObjectNode> objects) {
        ObjectNode bundle = json.createObjectNode().put("type", "bundle").put("id", "bundle--" + id(opened));
        if (!objects.isEmpty()) { // STIX 2.1 section 8: objects is left out rather than empty
            ArrayNode list = bundle.putArray("objects");
            objects.forEach(list::add);
        }
        return bundle;
    }

    /** A name-based UUID by SHA-256, version 8 (RFC 9562 section 5.8). */
    private static UUID id(Opened opened) {
        MessageDigest digest = Digests.sha256();
        digest.update((opened.asset().id() + " " + opened.asset().version()).getBytes(StandardCharsets.UTF_8));
        opened.shown().forEach(mark -> digest.update((" " + mark.seq()).getBytes(StandardCharsets.UTF_8)));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
