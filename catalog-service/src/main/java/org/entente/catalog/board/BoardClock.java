package org.entente.catalog.board;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Closes votes whose time is over, and puts in force what was adopted when its date comes, on one replica at a time. */
@ApplicationScoped
class BoardClock {
    private static final Logger LOG = Logger.getLogger(BoardClock.class);

    private final BoardActs acts;
    private final BoardRows rows;
    private final Outcomes outcomes;
    private final Vertx vertx;
    private final Duration every;

    BoardClock(BoardActs acts, BoardRows rows, Outcomes outcomes, Vertx vertx, BoardConfig config) {
        this.acts = acts;
        this.rows = rows;
        this.outcomes = outcomes;
        this.vertx = vertx;
        this.every = config.every();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(every.toMillis(), ignored -> acts.alone(this::tick)
                .subscribe()
                .with(done -> {}, fault -> LOG.warnf("The board's clock failed: %s", fault.toString())));
    }

    private Uni<Void> tick(SqlClient transaction) {
        return rows.due(transaction, BoardActs.utc(BoardActs.now()))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(proposal -> decide(transaction, proposal))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> decide(SqlClient transaction, Proposal proposal) {
        if (proposal.state() == Proposal.State.adopted) {
            return outcomes.takeEffect(transaction, proposal);
        }
        return rows.constitution(transaction, proposal.constitution())
                .map(Optional::orElseThrow)
                .chain(constitution -> outcomes.settle(transaction, proposal, constitution));
    }
}
