package org.entente.catalog.holding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.masking.Servings;
import org.entente.catalog.view.Finding;
import org.entente.catalog.view.Found;
import org.entente.catalog.view.Material;
import org.entente.catalog.view.Obligations;
import org.entente.catalog.view.Opened;

/** Finds what is held, and opens what of it may go. */
@ApplicationScoped
public class Holdings {
    private final Finding finding;
    private final StoredAssets assets;
    private final MarkingPolicyStore policies;
    private final Servings servings;
    private final Extraction extraction;
    private final IntegrityAlarm alarm;

    Holdings(
            Finding finding,
            StoredAssets assets,
            MarkingPolicyStore policies,
            Servings servings,
            Extraction extraction,
            IntegrityAlarm alarm) {
        this.finding = finding;
        this.assets = assets;
        this.policies = policies;
        this.servings = servings;
        this.extraction = extraction;
        this.alarm = alarm;
    }

    /** What is held under that identifier, be it nothing. */
    public Uni<Found> find(UUID id) {
        return alarm.guard(id, finding.find(id));
    }

    /**
     * What may go to a partner, behind its masks.
     *
     * @throws org.entente.http.Problem (as failure) 500 if anything is not as it was stored; that is on record
     */
    public Uni<Extract> open(Opened opened, Obligations obligations, String partner) {
        StoredAsset asset = opened.asset();
        return servings.to(partner, Objects.requireNonNullElse(asset.changed(), asset.registered()))
                .chain(serving -> open(opened, obligations, Optional.of(serving)));
    }

    /** The attachments among what may go; fails as {@link #open} does. */
    public Uni<List<Enclosure>> enclosures(Opened opened) {
        if (opened.attachments().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return alarm.guard(
                opened.asset().id(),
                assets.contents(opened.asset(), opened.attachments())
                        .chain(contents -> OffEventLoop.run(() -> extraction.enclosures(opened, contents))));
    }

    /** All of it as it is, for the home side; fails as the other does. */
    public Uni<Extract> openAll(Found found) {
        Opened all = found.openAll(found.asset().orElseThrow()).withoutAttachments();
        return open(all, Obligations.NONE, Optional.empty());
    }

    private Uni<Extract> open(Opened opened, Obligations obligations, Optional<Serving> serving) {
        return alarm.guard(opened.asset().id(), policies.labels().chain(vocabulary -> assets.contents(
                        opened.asset(), opened.shown())
                .chain(contents -> OffEventLoop.run(() -> extraction.of(
                        opened, obligations, new Material.Sources(contents, vocabulary, serving.orElse(null)))))));
    }
}
