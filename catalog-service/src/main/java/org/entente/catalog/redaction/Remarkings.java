package org.entente.catalog.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.jspecify.annotations.Nullable;

/** Where proposals to mark anew are kept. */
@ApplicationScoped
class Remarkings {
    private static final String SELECT =
            "select id, asset, version, change, kind, document, seal, proposed from remarking ";
    private static final String ONE = SELECT + "where asset = $1 and id = $2";
    private static final String PAGE = SELECT + "where asset = $1 and ($2::uuid is null or (proposed, id) <"
            + " (select proposed, id from remarking where id = $2)) order by proposed desc, id desc limit $3";

    private final Pool pool;
    private final Proposals proposals;
    private final KeyProvider keys;
    private final ObjectMapper json;

    Remarkings(Pool pool, Proposals proposals, KeyProvider keys, ObjectMapper json) {
        this.pool = pool;
        this.proposals = proposals;
        this.keys = keys;
        this.json = json;
    }

    /** Writes a proposal in the current Panache transaction. */
    Uni<Void> add(StoredRemarking remarking, StoredAsset asset) {
        String document = document(remarking);
        byte[] seal = asset.key(keys).seal(place(remarking.id(), asset, document), new byte[0]);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into remarking (id, asset, version, change, kind, document, seal, proposed)"
                                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                        .setParameter(1, remarking.id())
                        .setParameter(2, remarking.asset())
                        .setParameter(3, remarking.version())
                        .setParameter(4, remarking.change())
                        .setParameter(5, remarking.kind().name())
                        .setParameter(6, document)
                        .setParameter(7, seal)
                        .setParameter(8, remarking.proposed())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A proposal about that asset, which is the one that was made.
     *
     * @throws IntegrityException (as failure) if it is another
     */
    Uni<Optional<StoredRemarking>> find(StoredAsset asset, UUID id) {
        return pool.preparedQuery(ONE).execute(Tuple.of(asset.id(), id)).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.<StoredRemarking>empty());
            }
            Row row = rows.iterator().next();
            if (row.getInteger("version") == asset.version()) {
                byte[] seal = row.getBuffer("seal").getBytes();
                asset.key(keys).open(place(id, asset, row.getString("document")), seal);
            }
            return proposals.history(pool, id).map(history -> Optional.of(read(row, history)));
        });
    }

    /** Some about an asset, newest first, after that one. */
    Uni<List<StoredRemarking>> page(UUID asset, Optional<UUID> after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(asset, after.orElse(null), limit))
                .chain(rows -> {
                    List<Row> found = new ArrayList<>();
                    rows.forEach(found::add);
                    List<UUID> ids =
                            found.stream().map(row -> row.getUUID("id")).toList();
                    return proposals.histories(pool, ids).map(histories -> read(found, histories));
                });
    }

    RemarkingView view(StoredRemarking remarking, @Nullable List<UUID> withdrawn) {
        List<RemarkingView.Change> changes = remarking.steps().stream()
                .map(step -> new RemarkingView.Change(
                        step.portions(),
                        step.title(),
                        step.label().requireIntact().json(json)))
                .toList();
        return new RemarkingView(
                remarking.id(),
                remarking.asset(),
                remarking.version(),
                remarking.kind(),
                remarking.history().state(),
                changes,
                remarking.proposed(),
                remarking.history().acts(),
                withdrawn);
    }

    private List<StoredRemarking> read(List<Row> rows, Map<UUID, History> histories) {
        return rows.stream()
                .filter(row -> histories.containsKey(row.getUUID("id")))
                .map(row -> read(row, Objects.requireNonNull(histories.get(row.getUUID("id")))))
                .toList();
    }

    private StoredRemarking read(Row row, History history) {
        return new StoredRemarking(
                row.getUUID("id"),
                row.getUUID("asset"),
                row.getInteger("version"),
                row.getLong("change"),
                Kind.valueOf(row.getString("kind")),
                steps(row.getString("document")),
                row.getOffsetDateTime("proposed").toInstant(),
                history);
    }

    private List<StoredRemarking.Step> steps(String document) {
        try {
            List<StoredRemarking.Step> steps = new ArrayList<>();
            for (JsonNode step : json.readTree(document).path("steps")) {
                List<String> portions = new ArrayList<>();
                step.path("portions").forEach(portion -> portions.add(portion.asText()));
                InternedLabel label = new InternedLabel(
                        step.path("label").asText(), step.path("document").asText());
                steps.add(new StoredRemarking.Step(
                        List.copyOf(portions), step.path("title").booleanValue(), label.requireIntact()));
            }
            return steps;
        } catch (JsonProcessingException exception) {
            throw new IntegrityException("remarking");
        }
    }

    private String document(StoredRemarking remarking) {
        ObjectNode document = json.createObjectNode();
        for (StoredRemarking.Step step : remarking.steps()) {
            ObjectNode written = document.withArray("steps")
                    .addObject()
                    .put("title", step.title())
                    .put("label", step.label().id())
                    .put("document", step.label().document());
            step.portions().forEach(written.putArray("portions")::add);
        }
        return document.toString();
    }

    private static Place place(UUID id, StoredAsset asset, String document) {
        byte[] digest = Digests.sha256().digest(document.getBytes(StandardCharsets.UTF_8));
        return Place.of(Place.Kind.REMARKING, asset.id(), asset.version(), id.toString(), digest);
    }
}
