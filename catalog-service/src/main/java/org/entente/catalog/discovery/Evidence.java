package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.search.Texts;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.References;

/**
 * A portion that is said to have a word.
 *
 * @param isAlone whether it stands for itself, as titles, files and texts do
 * @param content behind its masks; empty where nothing of it is shown
 */
record Evidence(Mark mark, boolean isAlone, Optional<? extends JsonNode> content) {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9-]{3,250}--[0-9a-fA-F-]{36}");

    /** The objects on which it depends whether, and how much of, this is shown. */
    Set<String> dependsOn() {
        Set<String> others = new HashSet<>();
        if (isAlone) {
            return others;
        }
        PortionId id = PortionId.parse(mark.id());
        if (id.selector() != null) {
            others.add(id.object().toString());
        }
        content.ifPresent(shown -> collect(shown, others));
        return others;
    }

    /**
     * The texts that are shown for certain: without what depends on other objects, unless these are shown for certain too.
     *
     * @param isSure whether the object of that identifier is
     */
    List<String> texts(Predicate<String> isSure) {
        if (content.isEmpty()) {
            return List.of();
        }
        JsonNode shown = content.get();
        if (isAlone) {
            return Texts.of(shown);
        }
        PortionId id = PortionId.parse(mark.id());
        if (id.selector() != null && !isSure.test(id.object().toString())) {
            return List.of();
        }
        return shown instanceof ObjectNode object
                ? References.keepOnly(object, isSure, dependsOn())
                        .map(Texts::of)
                        .orElse(List.of())
                : Texts.of(shown);
    }

    private static void collect(JsonNode node, Set<String> identifiers) {
        if (node.isTextual() && IDENTIFIER.matcher(node.textValue()).matches()) {
            identifiers.add(node.textValue());
        }
        node.forEach(child -> collect(child, identifiers));
    }
}
