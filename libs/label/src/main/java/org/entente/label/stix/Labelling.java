package org.entente.label.stix;

import java.time.Instant;
import java.util.Map;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of a bundle are labelled where their markings do not say it. Both kinds of label are those of the
 * caller, who has found that they mean something; the bundle's own are checked against the vocabulary.
 *
 * @param defaultLabel of every object whose type has no label of its own
 * @param byType labels of objects of that STIX type
 * @param originator the nation from which labels without originator come
 * @param vocabulary what the labels within the bundle may say
 * @param instant at which they must mean something
 */
public record Labelling(
        Label defaultLabel,
        Map<String, Label> byType,
        @Nullable String originator,
        Labels vocabulary,
        Instant instant) {

    public Labelling {
        byType = Map.copyOf(byType);
    }

    Label of(String type) {
        return byType.getOrDefault(type, defaultLabel);
    }

    void require(Label label, String pointer) {
        try {
            vocabulary.normalise(label, originator, instant);
        } catch (LabelException fault) {
            throw StixException.of(pointer, fault);
        }
    }
}
