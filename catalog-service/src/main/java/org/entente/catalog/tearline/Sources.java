package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Supposition;
import org.entente.catalog.asset.StoredAssets;
import org.entente.http.Problem;

/** Finds what a tearline can be made from, and what an audience would see of it now. */
@ApplicationScoped
class Sources {
    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final AccessService access;
    private final ObjectMapper json;
    private final String home;

    Sources(
            StoredAssets assets,
            Tearlines tearlines,
            AccessService access,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.assets = assets;
        this.tearlines = tearlines;
        this.access = access;
        this.json = json;
        this.home = home;
    }

    /**
     * The newest version of an asset.
     *
     * @throws Problem (as failure) 404 if there is none, 403 if it comes from somebody else, who alone may sanitise it
     */
    Uni<Source> find(UUID id) {
        return assets.find(id).chain(found -> {
            var asset = found.orElseThrow(Problem::notFound);
            if (!asset.originator().equals(home)) {
                throw Problem.forbidden("Only its originator may sanitise it.");
            }
            return assets.labels(id, found)
                    .chain(labels -> assets.marks(id, found).chain(marks -> tearlines
                            .approved(Optional.of(asset))
                            .map(approved -> new Source(asset, labels, marks, approved))));
        });
    }

    /** What the audience would see now. */
    Uni<Supposition> supposed(Source source, Audience audience) {
        return access.suppose(audience.asking(), source.marked(json, Map.of()), source.portions(), source.approved());
    }
}
