package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.masking.MaskRule.Shown;
import org.entente.catalog.masking.Masking;
import org.entente.catalog.masking.MaskingPolicy;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;

/** Masks portions of an asset as the masking policy suggests, or as somebody chose. */
final class Sanitising {
    private final Source source;
    private final MaskingPolicy policy;
    private final Masking masking;
    private final Labels vocabulary;
    private final String partner;
    private final ObjectMapper json;
    private final Instant now = Instant.now();
    private final Map<String, NormalLabel> normal = new HashMap<>();

    Sanitising(
            Source source,
            MaskingPolicy policy,
            Masking masking,
            Labels vocabulary,
            String partner,
            ObjectMapper json) {
        this.source = source;
        this.policy = policy;
        this.masking = masking;
        this.vocabulary = vocabulary;
        this.partner = partner;
        this.json = json;
    }

    /** What is suggested for a portion of that content: only what would change anything. */
    List<Mask> suggested(Mark mark, JsonNode content) {
        Shown shown = new Shown(label(mark), content.path("type").asText(""), partner);
        return masking.effective(content, policy.suggested(shown));
    }

    Optional<JsonNode> apply(JsonNode content, List<Mask> masks) {
        return masking.apply(content, masks);
    }

    NormalLabel label(Mark mark) {
        return normal.computeIfAbsent(
                mark.label(),
                id -> vocabulary.normalise(
                        Label.of(source.labels().get(id).json(json)),
                        source.asset().originator(),
                        now));
    }
}
