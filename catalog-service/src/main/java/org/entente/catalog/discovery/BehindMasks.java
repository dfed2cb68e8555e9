package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.search.Texts;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * The texts of portions as their reader would be shown them: a search must not tell what a view would mask.
 *
 * @param serving masks; absent for the home side, which sees its own as it is
 */
record BehindMasks(@Nullable Serving serving, Labels vocabulary, ObjectMapper json) {

    List<String> texts(StoredAsset asset, Mark mark, InternedLabel label, JsonNode content) {
        if (serving == null || mark.isAttachment()) {
            return Texts.of(content);
        }
        NormalLabel normal = vocabulary.normalise(Label.of(label.json(json)), asset.originator(), Instant.now());
        return masked(asset, mark, normal, content, serving).map(Texts::of).orElse(List.of());
    }

    /** A property by itself is not shown where anything might be masked: which of its object's masks reach it cannot be told. */
    private static Optional<? extends JsonNode> masked(
            StoredAsset asset, Mark mark, NormalLabel label, JsonNode content, Serving serving) {
        if (asset.form() == Form.DOCUMENT) {
            return serving.text(content, label, List.of());
        }
        if (mark.id().indexOf('#') < 0 && content instanceof ObjectNode object) {
            return serving.object(object, List.of(label), List.of());
        }
        return serving.masksNothing() ? Optional.of(content) : Optional.empty();
    }
}
