package org.entente.catalog.redaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.approval.Move;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.Relisting;
import org.entente.catalog.asset.Resealing;
import org.entente.catalog.asset.Resealing.Relabelled;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.tearline.TearlineDecisions;
import org.entente.catalog.tearline.Tearlines;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** Decides on marking anew; once it is answered, nothing is shown or listed under the old labels any more. */
@ApplicationScoped
class RemarkingDecisions {
    private final StoredAssets assets;
    private final Remarkings remarkings;
    private final Proposals proposals;
    private final Relisting relisting;
    private final Resealing resealing;
    private final MarkingChanges changes;
    private final Tearlines tearlines;
    private final TearlineDecisions tearlineDecisions;
    private final Announcements announcements;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;

    RemarkingDecisions(
            StoredAssets assets,
            Remarkings remarkings,
            Proposals proposals,
            Relisting relisting,
            Resealing resealing,
            MarkingChanges changes,
            Tearlines tearlines,
            TearlineDecisions tearlineDecisions,
            Announcements announcements,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox) {
        this.assets = assets;
        this.remarkings = remarkings;
        this.proposals = proposals;
        this.relisting = relisting;
        this.resealing = resealing;
        this.changes = changes;
        this.tearlines = tearlines;
        this.tearlineDecisions = tearlineDecisions;
        this.announcements = announcements;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * Approves, and marks anew.
     *
     * @throws Problem (as failure) 404 if there is no such proposal, 403 for the proposer's own approval, 409 where it is not
     *     open any more, or labels or version are not those of which it speaks
     */
    Uni<RemarkingView> approve(UUID assetId, UUID id, Person person) {
        Uni<RemarkingView> approved = find(assetId).chain(asset -> found(asset, id)
                .chain(remarking ->
                        pool.withTransaction(transaction -> approve(transaction, asset, remarking, person))));
        return alarm.guard(assetId, approved.call(changes::settled));
    }

    private Uni<RemarkingView> approve(
            SqlClient transaction, StoredAsset asset, StoredRemarking remarking, Person person) {
        if (remarking.version() != asset.version()) {
            throw Problem.conflict(null, "The asset has a newer version; propose anew.");
        }
        return relisting
                .begin(transaction, asset)
                .chain(() -> changes.of(asset.id()))
                .invoke(newest -> {
                    if (newest != remarking.change() && !isOver(remarking)) {
                        throw Problem.conflict(null, "Labels changed since it was proposed; propose anew.");
                    }
                })
                .chain(() -> proposals.move(transaction, remarking.id(), Move.APPROVE, person, null))
                .map(remarking::with)
                .chain(approved -> withdrawn(transaction, asset, approved, person)
                        .call(() -> reseal(transaction, asset, approved))
                        .call(() -> relisting.end(transaction, asset, approved.id()))
                        .call(withdrawn -> outbox.append(
                                transaction, List.of(announcements.decided(approved, person, null, withdrawn))))
                        .map(withdrawn -> remarkings.view(approved, withdrawn)));
    }

    /** What is decided already is refused for that. */
    private static boolean isOver(StoredRemarking remarking) {
        return remarking.history().steps().size() > 1;
    }

    /** Where something is redacted, what was made of it goes with it. */
    private Uni<List<UUID>> withdrawn(
            SqlClient transaction, StoredAsset asset, StoredRemarking remarking, Person person) {
        return remarking.kind() == Kind.REDACTION
                ? tearlineDecisions.withdrawMadeOf(
                        transaction, asset, remarking.portions(), person, "Made of what was redacted.")
                : Uni.createFrom().item(List.of());
    }

    private Uni<Void> reseal(SqlClient transaction, StoredAsset asset, StoredRemarking remarking) {
        Map<String, InternedLabel> portions = new HashMap<>();
        remarking.steps().forEach(step -> step.portions().forEach(portion -> portions.put(portion, step.label())));
        return tearlines.approved(transaction, asset).chain(approved -> {
            List<String> kept =
                    approved.stream().map(tearline -> tearline.label().id()).toList();
            return resealing.reseal(transaction, asset, new Relabelled(portions, remarking.titleLabel(), kept));
        });
    }

    /** Rejects or withdraws; nothing is marked anew. */
    Uni<RemarkingView> close(UUID assetId, UUID id, Move move, Person person, String reason) {
        Uni<RemarkingView> closed = find(assetId).chain(asset -> found(asset, id)
                .chain(remarking -> {
                    if (move == Move.WITHDRAW && remarking.history().isApproved()) {
                        throw Problem.conflict(null, "It is approved; mark anew what is to be marked otherwise.");
                    }
                    return pool.withTransaction(transaction -> proposals
                            .move(transaction, id, move, person, reason)
                            .map(remarking::with)
                            .call(after -> outbox.append(
                                    transaction, List.of(announcements.decided(after, person, reason, List.of())))));
                })
                .map(after -> remarkings.view(after, null)));
        return alarm.guard(assetId, closed);
    }

    /** A proposal in whatever state. */
    Uni<RemarkingView> view(UUID assetId, UUID id) {
        Uni<RemarkingView> view =
                find(assetId).chain(asset -> found(asset, id)).map(found -> remarkings.view(found, null));
        return alarm.guard(assetId, view);
    }

    private Uni<StoredAsset> find(UUID id) {
        return assets.find(id).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<StoredRemarking> found(StoredAsset asset, UUID id) {
        return remarkings.find(asset, id).map(found -> found.orElseThrow(Problem::notFound));
    }
}
