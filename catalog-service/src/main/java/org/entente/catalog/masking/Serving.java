package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.masking.MaskRule.Shown;
import org.entente.label.NormalLabel;

/**
 * Masks what is about to be served to a partner: as the masking policy says for its labels, and as the decision obliges. What is
 * only cut keeps its name, as properties that are marked by themselves are cut; what is altered, and an observable, whose name
 * is a digest of its values, becomes an object of ours.
 */
public final class Serving {
    private final MaskingPolicy policy;
    private final Masking masking;
    private final Derivation derivation;
    private final String partner;
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private boolean isAnythingMasked;

    Serving(MaskingPolicy policy, Masking masking, Derivation derivation, String partner) {
        this.policy = policy;
        this.masking = masking;
        this.derivation = derivation;
        this.partner = partner;
    }

    /**
     * A STIX object behind its masks.
     *
     * @param labels of the object and of those of its properties that are in it
     * @param obliged masks that the decision obliges to
     * @return nothing if it may not be shown
     * @throws MaskException if a mask means nothing
     */
    public Optional<ObjectNode> object(ObjectNode object, Collection<NormalLabel> labels, List<Mask> obliged) {
        List<Mask> masks = masks(labels, object.path("type").asText(), obliged);
        Optional<ObjectNode> masked = masks.isEmpty()
                ? Optional.of(object)
                : masking.apply(object, masks).map(ObjectNode.class::cast);
        isAnythingMasked |= !masked.equals(Optional.of(object));
        return masked.map(left -> left.equals(object) || isStillItself(left, object) ? left : derived(left));
    }

    /** A portion of a document behind its masks; nothing if it may not be shown. */
    public Optional<JsonNode> text(JsonNode portion, NormalLabel label, List<Mask> obliged) {
        List<Mask> masks = masks(List.of(label), "", obliged);
        Optional<JsonNode> masked = masks.isEmpty() ? Optional.of(portion) : masking.apply(portion, masks);
        isAnythingMasked |= !masked.equals(Optional.of(portion));
        return masked;
    }

    /** The objects, referring to each other by the names that they have now, and what our own were derived from. */
    public List<ObjectNode> closed(List<ObjectNode> objects) {
        if (renamed.isEmpty()) {
            return objects;
        }
        List<ObjectNode> closed = new ArrayList<>(objects);
        Set<String> shown = new LinkedHashSet<>();
        objects.forEach(object -> shown.add(object.path("id").asText()));
        rename(objects);
        renamed.forEach((original, name) -> {
            if (shown.contains(name)) {
                derivation.link(original).ifPresent(closed::add);
            }
        });
        if (objects.stream().noneMatch(object -> object.path("id")
                .equals(derivation.identity().path("id")))) {
            closed.add(derivation.identity());
        }
        return closed;
    }

    /** Changes in place what refers to objects that have another name now. */
    public void rename(Collection<ObjectNode> objects) {
        objects.forEach(object -> Derivation.rename(object, renamed));
    }

    /** Whether the policy might mask something of that type under that label. */
    public boolean mightMask(NormalLabel label, String type) {
        return !policy.masks(new Shown(label, type, partner)).isEmpty();
    }

    /** Whether anything is not served as it is. */
    public boolean isAnythingMasked() {
        return isAnythingMasked;
    }

    /** Whether the policy has no rules at all. */
    public boolean masksNothing() {
        return policy.hasNoRules();
    }

    private List<Mask> masks(Collection<NormalLabel> labels, String type, List<Mask> obliged) {
        Set<Mask> masks = new LinkedHashSet<>(obliged);
        labels.forEach(label -> masks.addAll(policy.masks(new Shown(label, type, partner))));
        return List.copyOf(masks);
    }

    private static boolean isStillItself(ObjectNode masked, ObjectNode object) {
        return object.has("created") && Derivation.isOnlyCut(masked, object);
    }

    private ObjectNode derived(ObjectNode masked) {
        ObjectNode derived = derivation.derived(masked);
        renamed.put(masked.path("id").asText(), derived.path("id").asText());
        return derived;
    }
}
