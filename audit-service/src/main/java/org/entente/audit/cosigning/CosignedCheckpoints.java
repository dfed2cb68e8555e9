package org.entente.audit.cosigning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.entente.audit.log.LogIdentity;
import org.entente.tlog.NoteSignature;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy;
import org.entente.tlog.TrustPolicy.Witness;

/** What witnesses have answered, stored; and whose turn it is to ask them. */
@ApplicationScoped
class CosignedCheckpoints {

    private final Pool pool;
    private final TrustPolicy policy;
    private final LogIdentity identity;

    CosignedCheckpoints(Pool pool, TrustPolicy policy, LogIdentity identity) {
        this.pool = pool;
        this.policy = policy;
        this.identity = identity;
    }

    /** Whether this replica asks in this round; of several one gets the lease. */
    Uni<Boolean> isOurTurn(Duration round) {
        return pool.preparedQuery(
                        "update cosigning_lease set until = now() + make_interval(secs => $1) where until <= now()")
                .execute(Tuple.of(round.toMillis() / 1000.0))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The size that a witness has cosigned last, as far as we know. */
    Uni<Long> known(Witness witness) {
        return pool.preparedQuery("select size from witness_view where witness = $1")
                .execute(Tuple.of(witness.key().toString()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("size"))
                        .findFirst()
                        .orElse(0L));
    }

    Uni<Void> know(SqlClient connection, Witness witness, long size) {
        return connection
                .preparedQuery("insert into witness_view (witness, size) values ($1, $2)"
                        + " on conflict (witness) do update set size = excluded.size")
                .execute(Tuple.of(witness.key().toString(), size))
                .replaceWithVoid();
    }

    Uni<Void> know(Witness witness, long size) {
        return know(pool, witness, size);
    }

    /** Adds a cosignature that was verified; what older checkpoints there are beside the newest with a quorum are forgotten. */
    Uni<Void> add(Witness witness, SignedCheckpoint signed, NoteSignature cosignature) {
        long size = signed.checkpoint().size();
        return pool.withTransaction(connection -> connection
                .preparedQuery("insert into cosigned_checkpoint (size, checkpoint, met) values ($1, $2, false)"
                        + " on conflict do nothing")
                .execute(Tuple.of(size, signed.toString()))
                .chain(() -> connection
                        .preparedQuery("select checkpoint from cosigned_checkpoint where size = $1 for update")
                        .execute(Tuple.of(size)))
                .chain(rows -> {
                    SignedCheckpoint stored =
                            SignedCheckpoint.parse(rows.iterator().next().getString("checkpoint"));
                    return isOn(stored, witness)
                            ? Uni.createFrom().voidItem()
                            : replace(connection, stored.with(List.of(cosignature)));
                })
                .chain(() -> know(connection, witness, size)));
    }

    private static boolean isOn(SignedCheckpoint stored, Witness witness) {
        return stored.note().signatures().stream().anyMatch(signature -> signature.isBy(witness.key()));
    }

    private Uni<Void> replace(SqlClient connection, SignedCheckpoint cosigned) {
        return identity.chain()
                .map(chain -> policy.forLog(chain).verify(cosigned).isVerified())
                .chain(met -> connection
                        .preparedQuery("update cosigned_checkpoint set checkpoint = $2, met = $3 where size = $1")
                        .execute(Tuple.of(cosigned.checkpoint().size(), cosigned.toString(), met)))
                .chain(() -> connection
                        .preparedQuery("delete from cosigned_checkpoint"
                                + " where size < (select max(size) from cosigned_checkpoint where met)")
                        .execute())
                .replaceWithVoid();
    }
}
