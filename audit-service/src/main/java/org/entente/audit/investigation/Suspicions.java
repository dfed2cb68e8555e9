package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Part;

/** Where the monitor brings what it found: it becomes a case at once, or joins the one that looks into the same already. */
@ApplicationScoped
public class Suspicions {

    // A case in which something is proposed stays what the second person reads; what comes then makes a case of its
    // own.
    private static final String OPEN_CASE = "select id from investigation where state in ('opened', 'assigned')"
            + " and exercise = $1 and partner is not distinct from $2 and person is not distinct from $3"
            + " order by opened desc limit 1";
    private static final String INSERT = "insert into investigation_anomaly"
            + " (anomaly, investigation, kind, key, value, scope, subject) values ($1, $2, $3, $4, $5, $6, $7)";

    private final CaseTables cases;
    private final Evidence evidence;
    private final InvestigationConfig config;
    private final ObjectMapper json;

    Suspicions(CaseTables cases, Evidence evidence, InvestigationConfig config, ObjectMapper json) {
        this.cases = cases;
        this.evidence = evidence;
        this.config = config;
        this.json = json;
    }

    /** The case that a suspicion is looked into in, its entries frozen as evidence; within the transaction of the monitor. */
    public Uni<UUID> investigate(SqlClient transaction, Suspicion suspicion) {
        Suspicion.About about = suspicion.about();
        return transaction
                .preparedQuery(OPEN_CASE)
                .execute(Tuple.of(about.exercise(), about.partner(), about.person()))
                .chain(rows -> rows.size() == 0
                        ? open(transaction, suspicion)
                        : join(transaction, suspicion, rows.iterator().next().getUUID("id")))
                .call(id -> insert(transaction, suspicion, id))
                .call(id -> evidence.freeze(transaction, id, suspicion.entries(), Person.MONITOR.name()));
    }

    private Uni<UUID> open(SqlClient transaction, Suspicion suspicion) {
        Suspicion.About about = suspicion.about();
        String whose = about.partner() == null ? String.valueOf(about.person()) : about.partner();
        Case.About title = new Case.About(
                "Unusual: " + suspicion.usual().kind() + ", " + whose,
                about.partner(),
                about.person(),
                about.unit(),
                about.exercise());
        return cases.open(transaction, title, Instant.now().plus(config.due()), act(suspicion))
                .map(Case::id);
    }

    private Uni<UUID> join(SqlClient transaction, Suspicion suspicion, UUID id) {
        return cases.locked(transaction, id)
                .chain(about -> {
                    Mover monitor = new Mover(Person.MONITOR.name(), Part.SERVICE);
                    State next = Move.ADD_SUSPICION.from(about.standing(0), monitor);
                    return cases.save(transaction, about.in(next), act(suspicion));
                })
                .map(Case::id);
    }

    private Act act(Suspicion suspicion) {
        ObjectNode detail = json.createObjectNode()
                .put("anomaly", suspicion.anomaly().toString())
                .put("kind", suspicion.usual().kind());
        suspicion.because().forEach(detail.putArray("because")::add);
        return new Act(Move.ADD_SUSPICION.wireName(), Person.MONITOR, detail);
    }

    private static Uni<Void> insert(SqlClient transaction, Suspicion suspicion, UUID investigation) {
        Suspicion.Usual usual = suspicion.usual();
        Tuple values = Tuple.tuple()
                .addUUID(suspicion.anomaly())
                .addUUID(investigation)
                .addString(usual.kind())
                .addString(usual.key())
                .addDouble(usual.value())
                .addString(usual.scope())
                .addString(usual.subject());
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }
}
