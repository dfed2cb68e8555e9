package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.view.View.Sanitised;
import org.entente.catalog.view.View.Shown;

/** Opens exactly what may be shown and writes the answer. Takes long; never on the event loop. */
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

    /** The bytes of an answer, before anyone has seen them. */
    @SuppressWarnings("ArrayRecordComponent") // made here, hashed and sent once
    record Rendered(byte[] bytes, String sha256, int portions) {}

    /**
     * The answer to a permitted request.
     *
     * @throws IntegrityException if anything is not as it was stored; then nothing is shown
     */
    Rendered render(Opened opened, Material.Sources sources, Reading reading, Terms terms) throws Exception {
        StoredAsset asset = opened.asset();
        Substance substance = timer.recordCallable(() -> substance(opened, sources, reading, terms));
        boolean isMasked = sources.serving() != null && sources.serving().isAnythingMasked();
        View view = new View(
                terms.decisionId(),
                terms.epoch(),
                asset.id(),
                asset.version(),
                reading.purpose(),
                new Shown(
                        substance.portions(),
                        isMasked || substance.portions() < opened.all().size()),
                opened.tearline() == null || substance.parts() == 0
                        ? null
                        : new Sanitised(opened.tearline().id(), substance.parts()),
                terms.told(),
                terms.explanation(),
                substance.bundle(),
                substance.document());
        byte[] bytes = json.writeValueAsBytes(view);
        return new Rendered(bytes, Digests.sha256(bytes), substance.portions());
    }

    private Substance substance(Opened opened, Material.Sources sources, Reading reading, Terms terms)
            throws IOException {
        Material material = new Material(opened, sources, keys, json);
        return switch (opened.asset().form()) {
            case STIX -> new StixSubstance(material, terms.obligations(), json).make();
            case DOCUMENT -> new DocumentSubstance(material, terms.obligations()).make(reading.partner());
        };
    }
}
