package org.entente.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Discoverable;
import org.entente.catalog.access.Marked;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.Listing;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Profile.Aim;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/** Under which labels a reader may discover: of the whole catalog, or of one asset. */
@ApplicationScoped
class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);
    /** What a question about the whole catalog is about; no asset has such an identifier. */
    private static final String EVERYTHING = "*";

    private static final int LABELS_PER_QUESTION = 500;
    private static final int ASSETS_PER_QUESTION = 100;
    private static final int CHANGES_OF_POLICY = 5;

    private final StoredAssets assets;
    private final Listing listing;
    private final AccessService access;
    private final ObjectMapper json;
    private final String home;

    Discovery(
            StoredAssets assets,
            Listing listing,
            AccessService access,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.assets = assets;
        this.listing = listing;
        this.access = access;
        this.json = json;
        this.home = home;
    }

    /** The labels of an asset, and those of them under which the reader may discover it. */
    record Discovered(AssetLabels labels, Set<String> admitted) {}

    /**
     * What is decided about all known labels. Those decided before are not asked about again, unless policy has changed since.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    Uni<Verdicts> everywhere(Aim aim, Asking asking, KnownLabels known, Verdicts before) {
        Function<Marked, Uni<Discoverable>> ask = marked -> switch (aim) {
            case DISCOVER -> access.discoverable(asking, marked);
            case RECEIVE -> access.releasable(asking, marked);
        };
        return everywhere(ask, known, before, CHANGES_OF_POLICY);
    }

    private Uni<Verdicts> everywhere(
            Function<Marked, Uni<Discoverable>> ask, KnownLabels known, Verdicts before, int patience) {
        List<InternedLabel> next = before.undecided(known, LABELS_PER_QUESTION);
        Map<String, JsonNode> labels = new HashMap<>();
        next.forEach(label -> labels.put(label.id(), label.json(json)));
        return ask.apply(new Marked(EVERYTHING, home, labels)).chain(decided -> {
            if (!before.isOfEpoch(decided.epoch())) {
                if (patience == 0) {
                    throw Problem.unavailable("Policy changes faster than a list can be decided.");
                }
                return everywhere(ask, known, Verdicts.NONE, patience - 1);
            }
            Verdicts verdicts = before.and(decided, next);
            return verdicts.cover(known) ? Uni.createFrom().item(verdicts) : everywhere(ask, known, verdicts, patience);
        });
    }

    /**
     * What is decided about each asset that grants name, of those that there are. Their labels are those of their sets, by
     * which they are listed.
     *
     * @throws Problem (as failure) 503 without a clear answer
     */
    Uni<Named> named(Asking asking, KnownLabels known, Verdicts verdicts) {
        if (verdicts.named().isEmpty()) {
            return Uni.createFrom().item(Named.none(verdicts));
        }
        List<UUID> ids = verdicts.named().stream()
                .flatMap(named -> uuid(named).stream())
                .sorted()
                .toList();
        return listing.find(ids).chain(found -> named(asking, known, verdicts, found));
    }

    private Uni<Named> named(Asking asking, KnownLabels known, Verdicts verdicts, List<ListedAsset> found) {
        Uni<Named> all = Uni.createFrom().item(Named.none(verdicts));
        for (int from = 0; from < found.size(); from += ASSETS_PER_QUESTION) {
            List<ListedAsset> some = found.subList(from, Math.min(found.size(), from + ASSETS_PER_QUESTION));
            List<Marked> questions = some.stream()
                    .map(listed -> marked(listed, known.labels(listed.labelSet())))
                    .toList();
            all = all.chain(before ->
                    access.discoverable(asking, questions).map(decided -> before.and(some, decided, verdicts)));
        }
        return all;
    }

    private Marked marked(ListedAsset listed, List<InternedLabel> labels) {
        Map<String, JsonNode> byId = new HashMap<>();
        labels.forEach(label -> byId.put(label.id(), label.json(json)));
        return new Marked(listed.asset().id().toString(), listed.asset().originator(), byId);
    }

    /** A grant may name what is no asset of ours. */
    private static Optional<UUID> uuid(String named) {
        try {
            return Optional.of(UUID.fromString(named));
        } catch (IllegalArgumentException isNone) {
            return Optional.empty();
        }
    }

    /** The policy epoch now, as a decision for this reader names it. */
    Uni<Long> epoch(Asking asking) {
        return access.discoverable(asking, new Marked(EVERYTHING, home, Map.of()))
                .map(Discoverable::epoch);
    }

    /** Of the labels of an asset, those under which the reader may discover; asked all the same if there is none. */
    Uni<Discovered> of(UUID id, Optional<StoredAsset> asset, Asking asking) {
        String originator = asset.map(StoredAsset::originator).orElse(home);
        return assets.labels(id, asset).chain(labels -> access.discoverable(
                        asking, new Marked(id.toString(), originator, intact(labels.byId())))
                .map(discoverable -> new Discovered(labels, discoverable.labels())));
    }

    /** A label that is not what was stored shows nothing to anybody. */
    private Map<String, JsonNode> intact(Map<String, InternedLabel> labels) {
        Map<String, JsonNode> intact = new HashMap<>();
        labels.values().forEach(label -> {
            try {
                intact.put(label.id(), label.requireIntact().json(json));
            } catch (IntegrityException changed) {
                LOG.error(changed.getMessage());
            }
        });
        return intact;
    }
}
