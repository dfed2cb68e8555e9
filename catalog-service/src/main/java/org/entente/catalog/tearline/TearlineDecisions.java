package org.entente.catalog.tearline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.Move;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.Relisting;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Decides on tearlines; what is decided is effective in every view and list before it is answered. */
@ApplicationScoped
public class TearlineDecisions {
    private final Tearlines tearlines;
    private final StoredAssets assets;
    private final Proposals proposals;
    private final TearlineWords words;
    private final Relisting relisting;
    private final MarkingChanges changes;
    private final Announcements announcements;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;

    TearlineDecisions(
            Tearlines tearlines,
            StoredAssets assets,
            Proposals proposals,
            TearlineWords words,
            Relisting relisting,
            MarkingChanges changes,
            Announcements announcements,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox) {
        this.tearlines = tearlines;
        this.assets = assets;
        this.proposals = proposals;
        this.words = words;
        this.relisting = relisting;
        this.changes = changes;
        this.announcements = announcements;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * Decides on one.
     *
     * @throws Problem (as failure) 404 if there is none, 403 for the author's own decision, 409 where it is not open any
     *     more or was made from a version that is not the newest
     */
    Uni<TearlineView> decide(UUID assetId, UUID id, Move move, Person person, @Nullable String reason) {
        Uni<TearlineView> decided = tearlines.find(assetId, id).chain(found -> {
            StoredTearline tearline = found.orElseThrow(Problem::notFound);
            return assets.find(assetId)
                    .map(asset -> asset.orElseThrow(Problem::notFound))
                    .chain(asset -> decide(asset, tearline, move, person, reason));
        });
        return alarm.guard(assetId, decided);
    }

    private Uni<TearlineView> decide(
            StoredAsset asset, StoredTearline tearline, Move move, Person person, @Nullable String reason) {
        boolean isOfNewest = asset.version() == tearline.version();
        if (move == Move.APPROVE && !isOfNewest) {
            throw Problem.conflict(null, "The asset has a newer version; draft the tearline anew.");
        }
        boolean isListed =
                isOfNewest && (move == Move.APPROVE || tearline.history().isApproved());
        Uni<StoredTearline> moved = pool.withTransaction(transaction -> isListed
                ? relisting
                        .begin(transaction, asset)
                        .chain(() -> moved(transaction, tearline, move, person, reason))
                        .call(after -> relist(transaction, asset, after, move))
                : moved(transaction, tearline, move, person, reason));
        return moved.call(() -> isListed ? changes.settled() : Uni.createFrom().voidItem())
                .map(after -> announcements.view(after, null));
    }

    private Uni<StoredTearline> moved(
            SqlClient transaction, StoredTearline tearline, Move move, Person person, @Nullable String reason) {
        return proposals
                .move(transaction, tearline.id(), move, person, reason)
                .map(tearline::with)
                .call(after -> outbox.append(
                        transaction,
                        List.of(announcements.of(EventTypes.TEARLINE_DECIDED, after, person.actor(), reason))));
    }

    private Uni<Void> relist(SqlClient transaction, StoredAsset asset, StoredTearline tearline, Move move) {
        String label = tearline.label().id();
        Uni<Void> changed = move == Move.APPROVE
                ? relisting.add(transaction, asset, label).chain(() -> words.add(transaction, asset, tearline))
                : words.remove(transaction, tearline.id())
                        .chain(() -> tearlines.approved(transaction, asset))
                        .chain(others -> others.stream()
                                        .anyMatch(other -> other.label().id().equals(label))
                                ? Uni.createFrom().voidItem()
                                : relisting.remove(transaction, asset, label));
        return changed.chain(() -> relisting.end(transaction, asset, tearline.id()));
    }

    /**
     * Withdraws, within a transaction that changes the marking of the asset anyway, the tearlines that are made of any of
     * these portions; the caller lists the asset afterwards.
     *
     * @return which they were
     */
    public Uni<List<UUID>> withdrawMadeOf(
            SqlClient transaction, StoredAsset asset, List<String> portions, Person person, String reason) {
        return tearlines.approved(transaction, asset).chain(approved -> {
            Uni<Void> withdrawn = Uni.createFrom().voidItem();
            List<StoredTearline> concerned = approved.stream()
                    .filter(tearline -> tearline.sources().stream().anyMatch(portions::contains))
                    .toList();
            List<String> kept = approved.stream()
                    .filter(tearline -> !concerned.contains(tearline))
                    .map(tearline -> tearline.label().id())
                    .toList();
            for (StoredTearline tearline : concerned) {
                String label = tearline.label().id();
                withdrawn = withdrawn
                        .chain(() -> moved(transaction, tearline, Move.WITHDRAW, person, reason))
                        .chain(() -> words.remove(transaction, tearline.id()))
                        .chain(() -> kept.contains(label)
                                ? Uni.createFrom().voidItem()
                                : relisting.remove(transaction, asset, label));
            }
            return withdrawn.replaceWith(
                    concerned.stream().map(StoredTearline::id).toList());
        });
    }
}
