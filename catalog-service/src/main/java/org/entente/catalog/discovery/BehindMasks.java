package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.masking.Serving;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;

/** The portions of one asset as a partner's reader would be shown them: a search must not tell what a view would mask. */
final class BehindMasks {
    private final StoredAsset asset;
    private final Serving serving;
    private final Labels vocabulary;
    private final ObjectMapper json;
    private final Instant now = Instant.now();
    private final Map<String, NormalLabel> normal = new HashMap<>();

    BehindMasks(StoredAsset asset, Serving serving, Labels vocabulary, ObjectMapper json) {
        this.asset = asset;
        this.serving = serving;
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /**
     * What is left of a portion. A property by itself is not shown where anything might be masked: which of its object's masks
     * reach it cannot be told.
     */
    Optional<? extends JsonNode> content(Mark mark, InternedLabel label, JsonNode content) {
        if (mark.isAttachment()) {
            return Optional.of(content);
        }
        if (asset.form() == Form.DOCUMENT) {
            return serving.text(content, normal(label), List.of());
        }
        if (mark.id().indexOf('#') < 0 && content instanceof ObjectNode object) {
            return serving.object(object, List.of(normal(label)), List.of());
        }
        return serving.masksNothing() ? Optional.of(content) : Optional.empty();
    }

    /** Whether the object of that identifier, which stands under that label, might be masked, or even withheld. */
    boolean mightMask(String objectId, InternedLabel label) {
        return serving.mightMask(normal(label), objectId.substring(0, Math.max(0, objectId.indexOf("--"))));
    }

    private NormalLabel normal(InternedLabel label) {
        return normal.computeIfAbsent(
                label.id(), id -> vocabulary.normalise(Label.of(label.json(json)), asset.originator(), now));
    }
}
