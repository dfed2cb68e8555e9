package org.entente.audit.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;

/** Adds to the series what each entry of the log tells, in the transaction that says how far it has come. */
@ApplicationScoped
class IndicatorFollower implements Follower {

    private final Counting counting;
    private final Targets targets;

    IndicatorFollower(Targets targets, IndicatorConfig config, @ConfigProperty(name = "entente.home") String home) {
        this.counting = new Counting(home, new Roster(home, config.agencies()));
        this.targets = targets;
    }

    @Override
    public String name() {
        return "indicator";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        List<Key> keys = counting.touched(entries);
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        IndicatorTables tables = new IndicatorTables(transaction);
        return targets.inForce(transaction).chain(aims -> tables.open(keys).chain(open -> {
            Books books = new Books(open);
            Tally tally = new Tally(aims);
            counting.read(entries, books, tally);
            return tables.write(books.toWrite())
                    .chain(() -> tables.delete(books.toDelete()))
                    .chain(() -> tables.add(tally.rows()));
        }));
    }
}
