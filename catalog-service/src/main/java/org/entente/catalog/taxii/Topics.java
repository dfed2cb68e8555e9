package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.PartnerCode;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Reaches.Reach;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.shelf.Within;
import org.entente.http.Problem;
import org.entente.label.InformationCategories;

/** The collections of an API root: a category each, but for those that never leave the data room. */
@ApplicationScoped
class Topics {
    private final MarkingPolicyStore policies;
    private final ObjectMapper json;
    private final String home;
    /** What a label says never changes, so neither do its categories. */
    private final Map<String, Set<String>> categories = new ConcurrentHashMap<>();

    Topics(MarkingPolicyStore policies, ObjectMapper json, @ConfigProperty(name = "entente.home") String home) {
        this.policies = policies;
        this.json = json;
        this.home = home;
    }

    /** In the order of their names. */
    Uni<List<Topic>> of(ApiRoot root) {
        return policies.labels().map(vocabulary -> {
            InformationCategories known = vocabulary.categories();
            return known.names().stream()
                    .filter(category -> !known.isProtected(category))
                    .map(category -> new Topic(root, category, isOpen(root, category)))
                    .toList();
        });
    }

    /** The collection of that identifier or alias; the one 404 problem (as failure) if there is none. */
    Uni<Topic> require(ApiRoot root, String name) {
        return of(root).map(topics ->
                topics.stream().filter(topic -> topic.isNamed(name)).findFirst().orElseThrow(Problem::notFound));
    }

    /** What is within reach and belongs to the collection. */
    Within within(Topic topic, Reach reach) {
        Map<UUID, Set<String>> named = new HashMap<>();
        reach.named().forEach((asset, labels) -> named.put(asset, Set.copyOf(labels(topic, labels))));
        return new Within(labels(topic, reach.labels()), named);
    }

    private List<String> labels(Topic topic, List<InternedLabel> labels) {
        return labels.stream()
                .filter(label -> categories(label).contains(topic.category()))
                .map(InternedLabel::id)
                .toList();
    }

    /** Nations contribute, for their organisations, too, since labels know nations as originators; and what is public was made so by a recorded decision, and by nobody else. */
    private boolean isOpen(ApiRoot root, String category) {
        return !root.nation().equals(home) && !PartnerCode.isOrganisation(root.nation()) && !category.equals("public");
    }

    private Set<String> categories(InternedLabel label) {
        return categories.computeIfAbsent(label.id(), id -> {
            Set<String> found = new HashSet<>();
            JsonNode document = label.json(json);
            document.path("categories").forEach(category -> found.add(category.asText()));
            document.path("also")
                    .forEach(also -> also.path("categories").forEach(category -> found.add(category.asText())));
            return Set.copyOf(found);
        });
    }
}
