package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.catalog.asset.AttachmentStream.Source;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.view.DocumentSubstance;
import org.entente.catalog.view.Material;
import org.entente.catalog.view.Obligations;
import org.entente.catalog.view.Opened;
import org.entente.catalog.view.StixSubstance;

/** Opens exactly what may go, as views do: behind the same masks, with the same tearline. Takes long; never on the event loop. */
@ApplicationScoped
class Extraction {
    private final ObjectMapper json;
    private final KeyProvider keys;

    Extraction(ObjectMapper json, KeyProvider keys) {
        this.json = json;
        this.keys = keys;
    }

    /**
     * What may go, in the clear.
     *
     * @throws IntegrityException if anything is not as it was stored; then nothing goes
     */
    Extract of(Opened opened, Obligations obligations, Material.Sources sources) throws IOException {
        Material material = new Material(opened, sources, keys, json);
        String title = titleLabelGoes(opened) ? material.title() : "";
        return switch (opened.asset().form()) {
            case STIX -> objects(title, new StixSubstance(material, obligations, json).objects());
            case DOCUMENT -> text(title, new DocumentSubstance(material, obligations));
        };
    }

    /**
     * The attachments that may go.
     *
     * @throws IntegrityException if anything is not as it was stored; then nothing goes
     */
    List<Enclosure> enclosures(Opened opened, Map<Integer, byte[]> contents) throws IOException {
        PortionReader reader = PortionReader.of(opened.asset(), opened.labels(), opened.all(), keys, json);
        List<Enclosure> enclosures = new ArrayList<>();
        for (Mark mark : opened.attachments()) {
            Attached attached = json.treeToValue(reader.read(mark, contents), Attached.class);
            Source source = new Source(opened.asset().id(), opened.change(), attached);
            enclosures.add(new Enclosure(mark.id(), mark.label(), source));
        }
        return enclosures;
    }

    /** The title stands under a label of its own, and goes only with what stands under the same. */
    private static boolean titleLabelGoes(Opened opened) {
        StoredAsset asset = opened.asset();
        return opened.shown().stream()
                .anyMatch(mark -> mark.label().equals(asset.sealed().label().id()));
    }

    private static Extract objects(String title, StixSubstance.Labelled shown) {
        return new Extract.Objects(title, shown.objects(), shown.labels());
    }

    private static Extract text(String title, DocumentSubstance substance) throws IOException {
        return new Extract.Text(
                title,
                substance.paragraphs().stream()
                        .map(shown ->
                                new Extract.Paragraph(shown.id(), shown.label().id(), shown.markdown()))
                        .toList());
    }
}
