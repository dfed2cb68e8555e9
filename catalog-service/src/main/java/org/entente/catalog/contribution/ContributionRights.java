package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Marked;
import org.entente.catalog.contribution.Contributions.Contributor;
import org.entente.http.Problem;
import org.entente.label.Label;

/**
 * Who may contribute what: who may know of such things for that purpose may add to them. That takes an agreement in force which
 * covers category and classification, a live grant and a posture that allows it.
 */
@ApplicationScoped
public class ContributionRights {
    private final AccessService access;
    private final ObjectMapper json;
    private final ContributionConfig config;
    private final String home;

    ContributionRights(
            AccessService access,
            ObjectMapper json,
            ContributionConfig config,
            @ConfigProperty(name = "entente.home") String home) {
        this.access = access;
        this.json = json;
        this.config = config;
        this.home = home;
    }

    /**
     * To which of these categories a partner may contribute now; by the same decisions as when it does.
     *
     * @throws Problem (as failure) 503 where that cannot be told now
     */
    public Uni<Set<String>> open(String partner, Asking asking, List<String> categories) {
        if (categories.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<Marked> marked =
                categories.stream().map(category -> marked(partner, category)).toList();
        return access.discoverable(asking, marked).map(decided -> {
            Set<String> open = new HashSet<>();
            for (int index = 0; index < decided.size(); index++) {
                if (!decided.get(index).labels().isEmpty()) {
                    open.add(categories.get(index));
                }
            }
            return open;
        });
    }

    Uni<Void> require(Contributor contributor) {
        return access.discoverable(contributor.asking(), marked(contributor.partner(), contributor.category()))
                .invoke(decided -> {
                    if (decided.labels().isEmpty()) {
                        throw Problem.forbidden("No agreement in force lets this partner contribute here.")
                                .with("decisionId", json.getNodeFactory().textNode(decided.decisionId()));
                    }
                })
                .replaceWithVoid();
    }

    /** Of what does not say how it is marked: the contributor's own, for us to have. */
    Label label(Contributor contributor) {
        return Label.of(document(contributor.partner(), contributor.category()));
    }

    private Marked marked(String partner, String category) {
        return new Marked("contribution", partner, Map.of("contribution", document(partner, category)));
    }

    private ObjectNode document(String partner, String category) {
        ObjectNode label = json.createObjectNode()
                .put("policy", config.policy())
                .put("classification", config.classification())
                .put("originator", partner);
        label.putArray("releasableTo").add(home);
        label.putArray("categories").add(category);
        return label;
    }
}
