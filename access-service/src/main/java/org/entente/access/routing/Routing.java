package org.entente.access.routing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.vocabulary.Document;

/** The routing rules and absences as they are now. */
@ApplicationScoped
public class Routing {
    private static final String RULES = "select document from routing_rules order by version desc limit 1";
    private static final String ABSENCES = """
            select officer, delegate from absence
            where away_from <= clock_timestamp() and clock_timestamp() < away_until order by away_from, id""";

    /** Rules if there are any, who is away, and the time of the database. */
    public record Now(Optional<RoutingRules> rules, Absences absences, Instant instant) {}

    /** What a session of Hibernate reads. */
    public static Uni<Now> now() {
        return RoutingVersion.<RoutingVersion>find("order by version desc")
                .firstResult()
                .map(newest -> Optional.ofNullable(newest).map(RoutingVersion::rules))
                .chain(rules -> DatabaseTime.now().chain(now -> Absence.<Absence>find(
                                "awayFrom <= ?1 and awayUntil > ?1 order by awayFrom, id", now)
                        .list()
                        .map(away -> new Now(rules, Absences.of(away), now))));
    }

    /** What a connection of the SQL client reads. */
    public Uni<Now> now(SqlClient connection) {
        return connection
                .query(RULES)
                .execute()
                .chain(rules -> connection.query(ABSENCES).execute().chain(absences -> connection
                        .query("select clock_timestamp() as now")
                        .execute()
                        .map(time -> new Now(
                                rules(rules),
                                absences(absences),
                                time.iterator().next().getOffsetDateTime("now").toInstant()))));
    }

    private static Optional<RoutingRules> rules(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(Document.read(row.getString("document"), RoutingRules.class));
        }
        return Optional.empty();
    }

    private static Absences absences(RowSet<Row> rows) {
        List<Absences.StandIn> away = new ArrayList<>();
        rows.forEach(row -> away.add(new Absences.StandIn(row.getString("officer"), row.getString("delegate"))));
        return new Absences(away);
    }
}
