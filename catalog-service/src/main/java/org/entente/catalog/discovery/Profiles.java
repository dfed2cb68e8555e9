package org.entente.catalog.discovery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.catalog.access.Asking;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.discovery.Profile.Aim;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for the profiles of the latest readers. That it still holds, the record of each disclosure shows; here
 * nothing is believed for its age.
 */
@ApplicationScoped
class Profiles {
    private final Discovery discovery;
    private final Map<Profile, Known> entries;
    private final Counter asked;

    Profiles(Discovery discovery, ListingConfig config, MeterRegistry metrics) {
        this.discovery = discovery;
        this.entries = new LatestFirst(config.profiles());
        this.asked = metrics.counter("entente.catalog.profiles.asked");
    }

    /** Forgets who has not read for longest. */
    private static final class LatestFirst extends LinkedHashMap<Profile, Known> {
        private static final long serialVersionUID = 1;
        private final int most;

        LatestFirst(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Profile, Known> eldest) {
            return size() > most;
        }
    }

    /** What is known of a profile, and what is being asked. */
    private static final class Known {
        private Verdicts decided = Verdicts.NONE;
        private @Nullable Uni<Verdicts> deciding;
        private boolean isForOneOnly;

        synchronized void keep(Verdicts verdicts) {
            decided = verdicts.areReusable() ? verdicts : Verdicts.NONE;
            isForOneOnly = verdicts.validUntil() == null;
        }

        synchronized void done() {
            deciding = null;
        }
    }

    /**
     * What is decided about all known labels; all of a profile who wait for it wait for the same.
     *
     * @throws org.entente.http.Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    Uni<Verdicts> of(Aim aim, Asking asking, KnownLabels known) {
        Known entry = entry(Profile.of(aim, asking));
        synchronized (entry) {
            if (entry.decided.cover(known)) {
                return Uni.createFrom().item(entry.decided);
            }
            if (entry.deciding != null && !entry.isForOneOnly) {
                return entry.deciding
                        .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                        .chain(() -> of(aim, asking, known));
            }
            asked.increment();
            Uni<Verdicts> deciding = discovery
                    .everywhere(aim, asking, known, entry.decided)
                    .invoke(entry::keep)
                    .eventually(entry::done)
                    .memoize()
                    .indefinitely();
            entry.deciding = deciding;
            return deciding;
        }
    }

    /** Decides anew the next time. */
    void forget(Aim aim, Asking asking, Verdicts outdated) {
        Known entry = entry(Profile.of(aim, asking));
        synchronized (entry) {
            if (entry.decided == outdated) {
                entry.decided = Verdicts.NONE;
            }
        }
    }

    private Known entry(Profile profile) {
        synchronized (entries) {
            return entries.computeIfAbsent(profile, absent -> new Known());
        }
    }
}
