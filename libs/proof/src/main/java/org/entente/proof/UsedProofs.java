package org.entente.proof;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/**
 * The proofs that were used, shared by all replicas. A proof is young or refused, by the database's clock, so that each
 * need be remembered only for as long as it would be accepted: what is kept is bounded by what comes in two minutes.
 */
@ApplicationScoped
class UsedProofs {
    private static final Logger LOG = Logger.getLogger(UsedProofs.class);
    private static final int SECONDS_YOUNG = 60;
    /** Clocks of clients go fast, too. */
    private static final int SECONDS_AHEAD = 10;

    private static final String USE = """
            insert into used_proof (id, until)
            select $1::bytea, to_timestamp($2::bigint) + make_interval(secs => $3::integer)
            where to_timestamp($2::bigint) between now() - make_interval(secs => $3::integer)
                                               and now() + make_interval(secs => $4::integer)
            on conflict do nothing""";

    private static final String FORGET = "delete from used_proof where until < now() - interval '5 seconds'";

    private final Pool pool;
    private final Vertx vertx;

    UsedProofs(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(Duration.ofSeconds(SECONDS_YOUNG).toMillis(), ignored -> pool.query(FORGET)
                .execute()
                .subscribe()
                .with(done -> {}, fault -> LOG.warnf("Used proofs were not forgotten: %s", fault.getMessage())));
    }

    /**
     * Uses a proof up; whether it was still good: neither used before nor too old, nor of the future.
     *
     * @throws Problem (as failure) 503 if that cannot be known
     */
    Uni<Boolean> use(Proof proof, String keyThumbprint) {
        Tuple values =
                Tuple.of(Buffer.buffer(proof.digest(keyThumbprint)), proof.issued(), SECONDS_YOUNG, SECONDS_AHEAD);
        return pool.preparedQuery(USE)
                .execute(values)
                .map(rows -> rows.rowCount() == 1)
                .onFailure()
                .transform(fault -> Problem.unavailable("Whether the proof is new cannot be known now."));
    }
}
