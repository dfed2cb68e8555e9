package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.view.View.Sanitised;
import org.entente.catalog.view.View.Shown;
import org.jspecify.annotations.Nullable;

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
        Material material = new Material(opened, sources, keys, json);
        PortionMarking marking = new PortionMarking(sources.vocabulary(), reading.partner());
        List<AttachmentView> attachments = attachments(material, marking);
        Substance substance = timer.recordCallable(() -> substance(material, marking, terms.obligations()));
        boolean isMasked = sources.serving() != null && sources.serving().isAnythingMasked();
        int portions = substance.portions() + attachments.size();
        View view = new View(
                terms.decisionId(),
                terms.epoch(),
                asset.id(),
                asset.version(),
                reading.purpose(),
                new Shown(portions, isMasked || portions < opened.all().size()),
                sanitised(opened, substance),
                terms.told(),
                terms.explanation(),
                substance.bundle(),
                substance.document(),
                attachments.isEmpty() ? null : attachments);
        byte[] bytes = json.writeValueAsBytes(view);
        return new Rendered(bytes, Digests.sha256(bytes), portions);
    }

    private static @Nullable Sanitised sanitised(Opened opened, Substance substance) {
        return opened.tearline() == null || substance.parts() == 0
                ? null
                : new Sanitised(opened.tearline().id(), substance.parts());
    }

    private Substance substance(Material material, PortionMarking marking, Obligations obligations) throws IOException {
        return switch (material.opened().asset().form()) {
            case STIX -> new StixSubstance(material, obligations, json).make();
            case DOCUMENT -> new DocumentSubstance(material, obligations).make(marking);
        };
    }

    private static List<AttachmentView> attachments(Material material, PortionMarking marking) throws IOException {
        List<AttachmentView> attachments = new ArrayList<>();
        for (Mark mark : material.opened().shown()) {
            if (mark.isAttachment()) {
                attachments.add(AttachmentView.of(mark, marking.mark(material.label(mark)), material.content(mark)));
            }
        }
        return attachments;
    }

    /**
     * An attachment that may be shown.
     *
     * @throws IntegrityException if anything is not as it was stored
     */
    Attached attached(Opened opened, Mark mark, Map<Integer, byte[]> contents) throws IOException {
        PortionReader reader = PortionReader.of(opened.asset(), opened.labels(), opened.all(), keys, json);
        return json.treeToValue(reader.read(mark, contents), Attached.class);
    }
}
