package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.entente.catalog.asset.KnownLabels.StoredSet;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.jboss.logging.Logger;

/**
 * The labels in use and their sets, read once and then only as far as there are new ones. Sets are never changed, so what
 * was written by transactions that are over is known for good.
 */
@ApplicationScoped
public class LabelSets {
    private static final Logger LOG = Logger.getLogger(LabelSets.class);
    /** One row at least, which says up to where everything is over. */
    private static final String NEWS = """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon,
                   (select epoch from marking_epoch) as markings, s.id, s.digest, s.labels
            from (values (1)) as always left join label_set s on s.written >= ($1::text)::xid8""";

    private static final String LABELS = "select id, document from label where id = any($1)";

    private final Pool pool;
    private volatile Horizon seen = new Horizon(0, KnownLabels.NONE);

    LabelSets(Pool pool) {
        this.pool = pool;
    }

    /** What is known, and up to which transaction that is everything. */
    private record Horizon(long transaction, KnownLabels known) {}

    /**
     * What there is at one moment.
     *
     * @param markings how many changes there were of labels of any asset
     */
    public record Present(long markings, KnownLabels known) {}

    /** Everything that is committed by now. */
    public Uni<KnownLabels> known() {
        return present().map(Present::known);
    }

    /** The same, with how many changes of labels there had been. */
    public Uni<Present> present() {
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(Long.toString(seen.transaction())))
                .chain(rows -> learn(rows)
                        .map(known -> new Present(rows.iterator().next().getLong("markings"), known)));
    }

    private Uni<KnownLabels> learn(RowSet<Row> rows) {
        long transaction = rows.iterator().next().getLong("horizon");
        List<StoredSet> sets = new ArrayList<>();
        rows.forEach(row -> {
            if (row.getInteger("id") != null) {
                sets.add(new StoredSet(
                        row.getInteger("id"), row.getString("digest"), List.of(row.getArrayOfStrings("labels"))));
            }
        });
        if (sets.isEmpty()) {
            return Uni.createFrom().item(() -> learn(transaction, List.of(), List.of()));
        }
        KnownLabels known = seen.known();
        String[] missing = sets.stream()
                .flatMap(set -> set.labels().stream())
                .filter(label -> !known.has(label))
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(LABELS)
                .execute(Tuple.tuple().addArrayOfString(missing))
                .map(found -> learn(transaction, labels(found), sets));
    }

    private static List<InternedLabel> labels(RowSet<Row> rows) {
        List<InternedLabel> labels = new ArrayList<>();
        rows.forEach(row -> labels.add(new InternedLabel(row.getString("id"), row.getString("document"))));
        return labels;
    }

    /** What is not as it was stored is left out, and looked at again the next time. */
    private synchronized KnownLabels learn(long transaction, List<InternedLabel> labels, List<StoredSet> sets) {
        List<InternedLabel> intactLabels =
                labels.stream().filter(LabelSets::isIntact).toList();
        List<StoredSet> intactSets = sets.stream().filter(LabelSets::isIntact).toList();
        KnownLabels known = sets.isEmpty() ? seen.known() : seen.known().with(intactLabels, intactSets);
        boolean isComplete = intactSets.size() == sets.size()
                && intactSets.stream().flatMap(set -> set.labels().stream()).allMatch(known::has);
        seen = new Horizon(isComplete ? Math.max(transaction, seen.transaction()) : seen.transaction(), known);
        return known;
    }

    private static boolean isIntact(StoredSet set) {
        if (!set.isIntact()) {
            LOG.errorf("The set of labels %d is not what was stored", set.id());
        }
        return set.isIntact();
    }

    private static boolean isIntact(InternedLabel label) {
        try {
            label.requireIntact();
            return true;
        } catch (IntegrityException changed) {
            LOG.error(changed.getMessage());
            return false;
        }
    }
}
