package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Decision;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.view.Found;
import org.entente.catalog.view.Obligations;
import org.entente.catalog.view.Opened;
import org.entente.http.Problem;

/** What a reader would be shown of one asset, with a tearline in place of what it would not: decided as a view is. */
@ApplicationScoped
class Viewed {
    private final AccessService access;
    private final ObjectMapper json;
    private final String home;

    Viewed(AccessService access, ObjectMapper json, @ConfigProperty(name = "entente.home") String home) {
        this.access = access;
        this.json = json;
        this.home = home;
    }

    /**
     * What would be opened.
     *
     * @param decision under which that is recorded
     */
    record Shown(Opened opened, Obligations obligations, String decision) {}

    /** Nothing where nothing would be shown, or where what the decision obliges to is not understood. */
    Uni<Optional<Shown>> decide(Asking asking, Found held) {
        if (held.asset().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        StoredAsset asset = held.asset().get();
        return access.view(asking, held.marked(json, home), held.portions(), held.sanitised())
                .map(decided -> decided.filter(Decision::permitted).flatMap(decision -> shown(held, asset, decision)));
    }

    private Optional<Shown> shown(Found held, StoredAsset asset, Decision decision) {
        try {
            Obligations obligations = Obligations.of(decision.obligations(), json);
            Opened opened = held.open(asset, decision.portions(), decision.tearline(), obligations);
            return Optional.of(new Shown(opened.withoutAttachments(), obligations, decision.decisionId()));
        } catch (Problem notUnderstood) {
            return Optional.empty();
        }
    }
}
