package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.access.Decision;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.http.Problem;

/** The way to a view: find the asset, ask for the decision, show what is permitted. */
@ApplicationScoped
class Views {
    private static final int ATTEMPTS = 4;

    private final Finding finding;
    private final AccessService access;
    private final Showing showing;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;
    private final String home;

    Views(
            Finding finding,
            AccessService access,
            Showing showing,
            IntegrityAlarm alarm,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.finding = finding;
        this.access = access;
        this.showing = showing;
        this.alarm = alarm;
        this.json = json;
        this.home = home;
    }

    /** The view of the nation's own asset: all of it. */
    Uni<Response> own(UUID id, Reading reading) {
        return underPresentLabels(
                () -> find(id).chain(found -> {
                    StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
                    return showing.show(reading, found.openAll(asset), Terms.own());
                }),
                ATTEMPTS);
    }

    /** The view that access-service permits. What does not exist is asked about as well, so that nobody can tell. */
    Uni<Response> decided(UUID id, Reading reading, Asking asking) {
        return underPresentLabels(
                () -> find(id).chain(
                                found -> access.view(asking, found.marked(json, home), found.portions(), found.sanitised())
                                        .chain(decision -> answer(reading, found, decision))),
                ATTEMPTS);
    }

    private Uni<Found> find(UUID id) {
        return alarm.guard(id, finding.find(id));
    }

    /** What was decided under labels that have changed meanwhile is not shown, but decided anew. */
    private static Uni<Response> underPresentLabels(Supplier<Uni<Optional<Response>>> view, int attempts) {
        if (attempts == 0) {
            throw Problem.unavailable("Labels change faster than this can be shown.");
        }
        return view.get()
                .chain(answer -> answer.map(response -> Uni.createFrom().item(response))
                        .orElseGet(() -> underPresentLabels(view, attempts - 1)));
    }

    private Uni<Optional<Response>> answer(Reading reading, Found found, Optional<Decision> decided) {
        Decision decision = decided.orElseThrow(Problem::notFound);
        StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
        if (!decision.permitted()) {
            throw denied(decision);
        }
        Terms terms = Terms.of(decision, json);
        Set<String> portions = new HashSet<>(decision.portions());
        portions.removeAll(terms.obligations().withheld());
        String tearline = decision.tearline();
        boolean isWithheld = tearline != null && terms.obligations().withheld().contains(tearline);
        return showing.show(reading, found.open(asset, portions, isWithheld ? null : tearline), terms);
    }

    private Problem denied(Decision decision) {
        return Problem.forbidden("This view is not permitted.")
                .with("decisionId", json.getNodeFactory().textNode(decision.decisionId()))
                .with("explanation", decision.explanation())
                .with("remedies", decision.remedies());
    }
}
