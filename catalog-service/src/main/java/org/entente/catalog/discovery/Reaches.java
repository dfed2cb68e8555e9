package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.access.Asking;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.asset.LabelSets;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Profile.Aim;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for what a reader may be handed: by labels, decided once for all readers of one profile. It says what is
 * worth asking about; what is handed over is decided then, thing by thing.
 */
@ApplicationScoped
public class Reaches {
    private static final Named NOBODYS = Named.none(Verdicts.NONE);

    private final LabelSets labels;
    private final Profiles profiles;
    private final StoredAssets assets;
    private final Discovery discovery;

    Reaches(LabelSets labels, Profiles profiles, StoredAssets assets, Discovery discovery) {
        this.labels = labels;
        this.profiles = profiles;
        this.assets = assets;
        this.discovery = discovery;
    }

    /** Everything under these labels, as of a policy epoch; the epoch is absent for a nation's own readers. */
    public static final class Reach {
        private final KnownLabels known;
        private final @Nullable Verdicts verdicts;
        private final Named named;

        Reach(KnownLabels known, @Nullable Verdicts verdicts, Named named) {
            this.known = known;
            this.verdicts = verdicts;
            this.named = named;
        }

        /** The labels within reach. */
        public List<InternedLabel> labels() {
            if (verdicts == null) {
                return known.labels();
            }
            BitSet admitted = verdicts.admitted();
            return admitted.stream().mapToObj(known.labels()::get).toList();
        }

        /** The labels within reach of each asset that a grant names, whatever is of others under them. */
        public Map<UUID, List<InternedLabel>> named() {
            Map<UUID, List<InternedLabel>> labels = new HashMap<>();
            named.admitted()
                    .forEach((asset, ids) -> labels.put(
                            asset,
                            known.labels().stream()
                                    .filter(label -> ids.contains(label.id()))
                                    .toList()));
            return labels;
        }

        /** A label of an asset, if it is within reach. */
        public @Nullable InternedLabel label(UUID asset, String label) {
            Integer number = known.number(label);
            Set<String> own = named.admitted().get(asset);
            boolean isAdmitted = own == null ? verdicts == null || verdicts.admit(known, label) : own.contains(label);
            return number != null && isAdmitted ? known.labels().get(number) : null;
        }

        /** Whether a decision was made on the policy that this rests on. */
        public boolean isOfEpoch(long epoch) {
            return verdicts == null || (named.isOfOneEpoch() && verdicts.isOfEpoch(epoch));
        }
    }

    /** Of a nation's own readers: everything. */
    public Uni<Reach> ofHome() {
        return labels.known().map(known -> new Reach(known, null, NOBODYS));
    }

    /**
     * Of a partner's reader, for a purpose.
     *
     * @throws org.entente.http.Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Reach> of(Asking asking) {
        return labels.known().chain(known -> profiles.of(Aim.RECEIVE, asking, known)
                .chain(verdicts -> {
                    Instant until = verdicts.validUntil();
                    if (until == null || Instant.now().isBefore(until)) {
                        return Uni.createFrom().item(verdicts);
                    }
                    profiles.forget(Aim.RECEIVE, asking, verdicts);
                    return profiles.of(Aim.RECEIVE, asking, known);
                })
                .chain(verdicts ->
                        discovery.named(asking, known, verdicts).map(named -> new Reach(known, verdicts, named))));
    }

    /** Whether policy is still the one that a reach rests on: where nothing was found there, nothing else would tell. */
    public Uni<Boolean> isCurrent(Asking asking, Reach reach) {
        return discovery.epoch(asking).map(reach::isOfEpoch);
    }

    /** Whether the reader may discover anything at all now; who may not is told nothing of anything. */
    public Uni<Boolean> discoversAnything(Asking asking) {
        return labels.known()
                .chain(known -> discovery.everywhere(Aim.DISCOVER, asking, known, Verdicts.NONE))
                .map(verdicts -> !verdicts.admitted().isEmpty());
    }

    /** Decides anew the next time: policy has changed. */
    public void forget(Asking asking, Reach outdated) {
        if (outdated.verdicts != null) {
            profiles.forget(Aim.RECEIVE, asking, outdated.verdicts);
        }
    }

    /** An asset that the reader may discover. What does not exist is asked about as well, so that nobody can tell. */
    public Uni<Optional<StoredAsset>> discoverable(UUID id, Asking asking) {
        return assets.find(id).chain(found -> discovery
                .of(id, found, asking)
                .map(discovered -> discovered.admitted().isEmpty() ? Optional.empty() : found));
    }
}
