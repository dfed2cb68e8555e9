package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Marked;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Disclosures.Sight;

/** Under which labels a reader may see content as it is: first in general, then of each asset. */
@ApplicationScoped
class Viewable {
    /** What the reader must see to, or what the record of the decision meets. */
    private static final Set<String> HARMLESS =
            Set.of("watermark", "no-download", "retain-until", "notify-originator", "alert");

    private static final String MASK = "mask";
    private static final String EVERYTHING = "*";
    private static final int LABELS_PER_QUESTION = 500;

    private final AccessService access;
    private final ObjectMapper json;
    private final String home;

    Viewable(AccessService access, ObjectMapper json, @ConfigProperty(name = "entente.home") String home) {
        this.access = access;
        this.json = json;
        this.home = home;
    }

    /** The labels, by identifier, and the decisions that say so. */
    record Decided(List<Set<String>> labels, List<String> decisions) {}

    /**
     * Of the labels under which the reader may discover, those under which it may see what has no conditions of its own;
     * asked all the same if there is none.
     */
    Uni<Decided> inGeneral(Asking asking, Sight sight) {
        List<InternedLabel> labels = sight.known().labels().stream()
                .filter(label -> sight.admits(label.id()))
                .toList();
        List<Marked> questions = new ArrayList<>();
        for (int from = 0; from == 0 || from < labels.size(); from += LABELS_PER_QUESTION) {
            questions.add(marked(
                    EVERYTHING, home, labels.subList(from, Math.min(labels.size(), from + LABELS_PER_QUESTION))));
        }
        return decided(asking, questions).map(each -> {
            Set<String> all = new HashSet<>();
            each.labels().forEach(all::addAll);
            return new Decided(List.of(all), each.decisions());
        });
    }

    /** Under which of their labels the reader may see each of the assets. */
    Uni<Decided> decided(Asking asking, List<Marked> assets) {
        return access.views(asking, assets)
                .map(decisions -> new Decided(
                        decisions.stream().map(Viewable::labels).toList(),
                        decisions.stream().map(Decision::decisionId).toList()));
    }

    Marked marked(String id, String originator, List<InternedLabel> labels) {
        Map<String, JsonNode> byId = new HashMap<>();
        labels.forEach(label -> byId.put(label.id(), label.json(json)));
        return new Marked(id, originator, byId);
    }

    /** What would have to be masked is not found, and where an obligation is unknown nothing is. */
    private static Set<String> labels(Decision decision) {
        Set<String> labels = new HashSet<>(decision.portions());
        for (JsonNode obligation : decision.obligations()) {
            String type = obligation.path("type").asText();
            if (type.equals(MASK) && obligation.path("portion").isTextual()) {
                labels.remove(obligation.path("portion").textValue());
            } else if (!HARMLESS.contains(type)) {
                return Set.of();
            }
        }
        return labels;
    }
}
