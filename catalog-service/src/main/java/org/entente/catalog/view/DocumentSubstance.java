package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.tearline.Part;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/** A document: the portions that may be shown, and where one may not, what the tearline says in its place. */
final class DocumentSubstance {
    private final Material material;
    private final Obligations obligations;
    private int portions;
    private int parts;

    DocumentSubstance(Material material, Obligations obligations) {
        this.material = material;
        this.obligations = obligations;
    }

    Substance make(@Nullable String reader) throws IOException {
        DocumentAssembly assembly = new DocumentAssembly(material.vocabulary(), reader);
        Set<String> shown = new HashSet<>();
        material.opened().shown().forEach(mark -> shown.add(mark.id()));
        Map<String, Part> instead = new HashMap<>();
        material.parts().forEach(part -> instead.put(part.source(), part));
        for (Mark mark : material.opened().all()) {
            if (shown.contains(mark.id())) {
                NormalLabel label = material.label(mark);
                Optional<JsonNode> text = masked(mark.id(), label, material.content(mark));
                text.ifPresent(content -> assembly.add(mark.id(), label, content));
                portions += text.isPresent() ? 1 : 0;
            } else if (instead.get(mark.id()) != null) {
                Part part = instead.get(mark.id());
                NormalLabel label = material.tearlineLabel();
                Optional<JsonNode> text = masked(material.tearlineId(), label, part.content());
                text.ifPresent(content -> assembly.add(part.id(), label, content));
                parts += text.isPresent() ? 1 : 0;
            }
        }
        return new Substance(null, assembly.close(), portions, parts);
    }

    private Optional<JsonNode> masked(String id, NormalLabel label, JsonNode content) {
        return material.serving() == null
                ? Optional.of(content)
                : material.serving().text(content, label, obligations.on(id));
    }
}
