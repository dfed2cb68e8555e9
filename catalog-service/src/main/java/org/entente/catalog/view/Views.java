package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Denials;
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

    /** What may be shown of an asset, and on what terms. */
    record Permitted(Opened opened, Terms terms) {}

    /** The view of the nation's own asset: all of it. */
    Uni<Response> own(UUID id, Reading reading) {
        return underPresentLabels(() -> whole(id).chain(all -> showing.show(reading, all)), ATTEMPTS);
    }

    /** The view that access-service permits. */
    Uni<Response> decided(UUID id, Reading reading, Asking asking) {
        return underPresentLabels(() -> permitted(id, asking).chain(some -> showing.show(reading, some)), ATTEMPTS);
    }

    /** All of the nation's own asset. */
    Uni<Permitted> whole(UUID id) {
        return find(id).map(found ->
                new Permitted(found.openAll(found.asset().orElseThrow(Problem::notFound)), Terms.own()));
    }

    /** What access-service permits. What does not exist is asked about as well, so that nobody can tell. */
    Uni<Permitted> permitted(UUID id, Asking asking) {
        return find(id).chain(
                        found -> access.view(asking, found.marked(json, home), found.portions(), found.sanitised())
                                .map(decision -> permitted(found, decision)));
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

    private Permitted permitted(Found found, Optional<Decision> decided) {
        Decision decision = decided.orElseThrow(Problem::notFound);
        StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
        if (!decision.permitted()) {
            throw Denials.toReader(decision, "This view is not permitted.");
        }
        Terms terms = Terms.of(decision, json);
        return new Permitted(found.open(asset, decision.portions(), decision.tearline(), terms.obligations()), terms);
    }
}
