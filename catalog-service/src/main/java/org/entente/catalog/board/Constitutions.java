package org.entente.catalog.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/**
 * How the board comes to be, and how it changes: by consent of all that are to be parties, and of all that are. With the last
 * consent it is constituted, and what was put before by one nation is put by ballot only.
 */
@ApplicationScoped
class Constitutions {
    private final BoardActs acts;
    private final BoardRows rows;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Constitutions(BoardActs acts, BoardRows rows, Pool pool, Outbox outbox, ObjectMapper json) {
        this.acts = acts;
        this.rows = rows;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    Uni<Optional<Constitution>> inForce() {
        return rows.inForce(pool);
    }

    /** That constitution, for a party of it or of the one in force. */
    Uni<Constitution> find(UUID id, Representative reader) {
        return find(pool, id, reader);
    }

    /** Does what is asked for, or finds what it was answered before, and answers; in the transaction of the act. */
    interface Repeatable extends BiFunction<SqlClient, Supplier<Uni<Constitution>>, Uni<Response>> {}

    /** Proposes one, which is the proposer's consent. */
    Uni<Response> propose(List<String> parties, int quorum, Representative proposer, Repeatable once) {
        UUID id = UUID.randomUUID();
        ObjectNode data = json.createObjectNode().put("quorum", quorum);
        parties.forEach(data.putArray("parties")::add);
        return acts.alone(transaction -> once.apply(transaction, () -> transaction
                .preparedQuery("insert into board_constitution (id, parties, quorum, proposed, actor)"
                        + " values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        id, parties.toArray(String[]::new), quorum, BoardActs.utc(BoardActs.now()), proposer.actor()))
                .chain(() -> record(transaction, EventTypes.BOARD_CONSTITUTION_PROPOSED, id, proposer, data))
                .chain(() -> consent(transaction, id, proposer))));
    }

    /** A party consents; 409 for a second time. */
    Uni<Response> consent(UUID id, Representative party, Repeatable once) {
        return acts.alone(transaction ->
                once.apply(transaction, () -> find(transaction, id, party).chain(found -> {
                    if (found.consents().contains(party.party())) {
                        throw Problem.conflict(null, "Your side has consented already.");
                    }
                    return consent(transaction, id, party);
                })));
    }

    private Uni<Constitution> consent(SqlClient transaction, UUID id, Representative party) {
        ObjectNode data = json.createObjectNode().put("party", party.party());
        return transaction
                .preparedQuery("insert into board_consent (constitution, party, at, actor) values ($1, $2, $3, $4)")
                .execute(Tuple.of(id, party.party(), BoardActs.utc(BoardActs.now()), party.actor()))
                .chain(() -> record(transaction, EventTypes.BOARD_CONSENTED, id, party, data))
                .chain(() -> rows.inForce(transaction))
                .chain(before -> rows.constitution(transaction, id)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .chain(found -> isConsented(found, before)
                                ? constitute(transaction, found, party)
                                : Uni.createFrom().item(found)));
    }

    private static boolean isConsented(Constitution constitution, Optional<Constitution> before) {
        TreeSet<String> needed = new TreeSet<>(constitution.parties());
        before.ifPresent(inForce -> needed.addAll(inForce.parties()));
        return constitution.consents().containsAll(needed);
    }

    private Uni<Constitution> constitute(SqlClient transaction, Constitution constitution, Representative last) {
        ObjectNode data = json.createObjectNode().put("quorum", constitution.quorum());
        constitution.parties().forEach(data.putArray("parties")::add);
        return transaction
                .preparedQuery("insert into board_constituted (constitution, at) values ($1, $2)")
                .execute(Tuple.of(constitution.id(), BoardActs.utc(BoardActs.now())))
                .chain(() -> record(transaction, EventTypes.BOARD_CONSTITUTED, constitution.id(), last, data))
                .chain(() -> rows.constitution(transaction, constitution.id()))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<Constitution> find(SqlClient client, UUID id, Representative reader) {
        return rows.inForce(client)
                .chain(inForce -> rows.constitution(client, id).map(found -> found.filter(
                                constitution -> constitution.parties().contains(reader.party())
                                        || inForce.filter(now -> now.parties().contains(reader.party()))
                                                .isPresent())
                        .orElseThrow(Problem::notFound)));
    }

    private Uni<Void> record(SqlClient transaction, String type, UUID id, Representative by, ObjectNode data) {
        String partner = by.isHome() ? null : by.party();
        return outbox.append(transaction, List.of(Event.of(type, id.toString(), partner, by.actor(), data)));
    }
}
