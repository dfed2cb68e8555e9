package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.board.Exchange;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.shelf.ShelvedPortion;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;

/** The masks between what assets hold and what one reader is handed; none for the home side. */
final class Screen {
    private final Rules rules;
    private final Map<UUID, StoredAsset> assets;
    private final Map<UUID, Serving> servings = new HashMap<>();
    private final Map<String, NormalLabel> normal = new HashMap<>();
    private final Instant now = Instant.now();

    Screen(Rules rules, Map<UUID, StoredAsset> assets) {
        this.rules = rules;
        this.assets = assets;
    }

    /**
     * What is masked.
     *
     * @param servings by when something was registered; empty for the home side
     * @param duties by asset
     * @param exchange what passes at all
     */
    record Rules(
            Optional<Function<Instant, Serving>> servings,
            Labels vocabulary,
            Map<UUID, Duties> duties,
            Exchange exchange,
            ObjectMapper json) {}

    /**
     * An object behind its masks, referring to others as the asset does; empty if it may not go.
     *
     * @param parts of which it was put together
     */
    Optional<ObjectNode> masked(StoredAsset asset, List<ShelvedPortion> parts, ObjectNode object) {
        if (rules.servings().isEmpty()) {
            return Optional.of(object);
        }
        Duties duties = rules.duties().get(asset.id());
        List<Mask> obliged = duties == null
                ? List.of()
                : parts.stream()
                        .flatMap(part -> duties.masks().getOrDefault(part.id(), List.of()).stream())
                        .toList();
        List<NormalLabel> labels =
                parts.stream().map(part -> normal(asset, part.label())).toList();
        return serving(asset).object(object, labels, obliged);
    }

    /** What a tearline of an asset says of an object, behind its masks; empty if it may not go. */
    Optional<ObjectNode> masked(StoredAsset asset, StoredTearline tearline, ObjectNode object) {
        if (rules.servings().isEmpty()) {
            return Optional.of(object);
        }
        Duties duties = rules.duties().get(asset.id());
        List<Mask> obliged = duties == null
                ? List.of()
                : duties.masks().getOrDefault(tearline.id().toString(), List.of());
        return serving(asset).object(object, List.of(normal(asset, tearline.label())), obliged);
    }

    /** What of an object passes; empty if it does not. */
    Optional<ObjectNode> passing(ObjectNode object) {
        return rules.exchange().passing(object);
    }

    /** Whether an object of that name could pass. */
    boolean letsPass(String object) {
        return rules.exchange().letsNamed(object);
    }

    /** Whether an object that is not looked at might have another name behind its masks. */
    boolean mightMask(UUID id, InternedLabel label, String object) {
        StoredAsset asset = assets.get(id);
        String type = object.substring(0, Math.max(0, object.indexOf("--")));
        return rules.servings().isPresent() && (asset == null || serving(asset).mightMask(normal(asset, label), type));
    }

    /** Makes an object refer to others of its asset by the names that they have behind their masks. */
    void rename(UUID asset, ObjectNode object) {
        Serving serving = servings.get(asset);
        if (serving != null) {
            serving.rename(List.of(object));
        }
    }

    private Serving serving(StoredAsset asset) {
        return servings.computeIfAbsent(asset.id(), id -> rules.servings()
                .orElseThrow()
                .apply(Objects.requireNonNullElse(asset.changed(), asset.registered())));
    }

    private NormalLabel normal(StoredAsset asset, InternedLabel label) {
        return normal.computeIfAbsent(asset.originator() + " " + label.id(), key -> rules.vocabulary()
                .normalise(Label.of(label.json(rules.json())), asset.originator(), now));
    }
}
