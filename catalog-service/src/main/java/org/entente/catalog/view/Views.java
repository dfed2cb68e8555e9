package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.access.AccessService.Marked;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Portion;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.view.Opening.Opened;
import org.entente.http.Problem;

/** The way to a view: find the asset, ask for the decision, show what is permitted. */
@ApplicationScoped
class Views {
    private final StoredAssets assets;
    private final AccessService access;
    private final Showing showing;
    private final ObjectMapper json;
    private final String home;

    Views(
            StoredAssets assets,
            AccessService access,
            Showing showing,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.assets = assets;
        this.access = access;
        this.showing = showing;
        this.json = json;
        this.home = home;
    }

    /** An asset, if there is one, with its portions. */
    private record Found(UUID id, Optional<StoredAsset> asset, AssetLabels labels, List<Mark> marks) {

        Opened open(StoredAsset found, List<Mark> shown) {
            return new Opened(found, labels, marks, shown);
        }
    }

    /** What may be shown of an asset, and on what terms. */
    record Permitted(Opened opened, Terms terms) {}

    /** The view of the nation's own asset: all of it. */
    Uni<Response> own(UUID id, Reading reading) {
        return whole(id).chain(all -> showing.show(reading, all.opened(), all.terms()));
    }

    /** The view that access-service permits. */
    Uni<Response> decided(UUID id, Reading reading, Asking asking) {
        return permitted(id, asking).chain(some -> showing.show(reading, some.opened(), some.terms()));
    }

    /** All of the nation's own asset. */
    Uni<Permitted> whole(UUID id) {
        return find(id).map(found -> {
            StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
            return new Permitted(found.open(asset, found.marks()), Terms.own());
        });
    }

    /** What access-service permits. What does not exist is asked about as well, so that nobody can tell. */
    Uni<Permitted> permitted(UUID id, Asking asking) {
        return find(id).chain(found ->
                access.view(asking, marked(found), portions(found)).map(decision -> permitted(found, decision)));
    }

    private Permitted permitted(Found found, Optional<Decision> decided) {
        Decision decision = decided.orElseThrow(Problem::notFound);
        StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
        if (!decision.permitted()) {
            throw denied(decision);
        }
        Set<String> withheld = Obligations.withheld(decision.obligations());
        List<Mark> shown = found.marks().stream()
                .filter(mark -> decision.portions().contains(mark.id()) && !withheld.contains(mark.id()))
                .toList();
        return new Permitted(found.open(asset, shown), Terms.of(decision));
    }

    private Problem denied(Decision decision) {
        return Problem.forbidden("This view is not permitted.")
                .with("decisionId", json.getNodeFactory().textNode(decision.decisionId()))
                .with("explanation", decision.explanation())
                .with("remedies", decision.remedies());
    }

    private Uni<Found> find(UUID id) {
        return assets.find(id).chain(asset -> assets.labels(id, asset)
                .chain(labels -> assets.marks(id, asset).map(marks -> new Found(id, asset, labels, marks))));
    }

    private Marked marked(Found found) {
        Map<String, JsonNode> labels = new HashMap<>();
        found.labels().byId().forEach((id, label) -> labels.put(id, label.json(json)));
        String originator = found.asset().map(StoredAsset::originator).orElse(home);
        return new Marked(found.id().toString(), originator, labels);
    }

    private static List<Portion> portions(Found found) {
        return found.marks().stream()
                .map(mark -> new Portion(mark.id(), mark.label()))
                .toList();
    }
}
