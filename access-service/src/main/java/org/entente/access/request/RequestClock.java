package org.entente.access.request;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.request.AccessRequest.Columns;
import org.entente.access.request.Announcing.Act;
import org.entente.access.request.Move.Part;
import org.entente.access.routing.Routing;
import org.entente.access.tick.Ticks;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/**
 * What time does to requests: they lapse, are late, or can be routed at last. Each row is locked and changed with its event
 * in one transaction, and what is locked is passed over, so that of several replicas one does it, once.
 */
@ApplicationScoped
class RequestClock {
    private static final int BATCH = 50;
    private static final String DUE = """
            select id, partner, document from access_request
            where (state in ('SUBMITTED', 'ROUTED', 'CLARIFYING') and lapses_at <= clock_timestamp())
                or (state = 'ROUTED' and late_at <= clock_timestamp())
                or (state = 'SUBMITTED' and exists (select from routing_rules))
            limit $1 for update skip locked""";
    private static final String CHANGE = """
            update access_request
            set state = $2, agency = $3, late_at = $4, lapses_at = $5, document = $6, lock_version = lock_version + 1
            where id = $1""";

    private final Pool pool;
    private final Routing routing;
    private final Announcing announcing;
    private final Outbox outbox;
    private final RequestSettings settings;
    private final Ticks ticks;

    RequestClock(
            Pool pool, Routing routing, Announcing announcing, Outbox outbox, RequestSettings settings, Ticks ticks) {
        this.pool = pool;
        this.routing = routing;
        this.announcing = announcing;
        this.outbox = outbox;
        this.settings = settings;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.repeat("the clock of requests", settings.every(), this::tick);
    }

    /** Whether there may be more. */
    Uni<Boolean> tick() {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(DUE)
                .execute(Tuple.of(BATCH))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : routing.now(transaction).chain(now -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> change(transaction, row, now))
                                .collect()
                                .asList()
                                .replaceWith(rows.size() == BATCH))));
    }

    private Uni<Void> change(SqlConnection transaction, Row row, Routing.Now now) {
        UUID id = row.getUUID("id");
        String partner = row.getString("partner");
        Request request = Document.read(row.getString("document"), Request.class);
        return changed(id, partner, request, now)
                .map(change -> store(transaction, id, change))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private record Change(Request request, Event event) {}

    private Optional<Change> changed(UUID id, String partner, Request request, Routing.Now now) {
        if (request.stateAt(now.instant()) == State.LAPSED) {
            Request lapsed = request.ended(Move.LAPSE.from(request.state(), Part.CLOCK), null);
            Act act = new Act(EventTypes.REQUEST_LAPSED, id, partner, null);
            return Optional.of(new Change(
                    lapsed, announcing.toBoth(act, new Lapsed(request.lapses().toString()))));
        }
        if (request.state() == State.SUBMITTED) {
            return now.rules().map(rules -> {
                Move.ROUTE.from(request.state(), Part.CLOCK);
                Request routed = request.routed(rules.assign(request.matter(partner)), rules, now.instant());
                Act act = new Act(EventTypes.REQUEST_ROUTED, id, partner, null);
                return new Change(routed, announcing.within(act, routed, null));
            });
        }
        if (request.isLateAt(now.instant()) && request.escalatedAt() == null) {
            Move.ESCALATE.from(request.state(), Part.CLOCK);
            Request escalated = request.escalated(now.instant());
            Act act = new Act(EventTypes.REQUEST_ESCALATED, id, partner, null);
            return Optional.of(new Change(escalated, announcing.within(act, escalated, "late")));
        }
        return Optional.empty();
    }

    /** When what was asked for was of no use any more. */
    @RegisterForReflection
    record Lapsed(String at) {}

    private Uni<Void> store(SqlConnection transaction, UUID id, Change change) {
        Columns columns = Columns.of(change.request());
        return transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(columns.state().name())
                        .addString(columns.agency())
                        .addOffsetDateTime(
                                columns.lateAt() == null
                                        ? null
                                        : columns.lateAt().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(columns.lapsesAt().atOffset(ZoneOffset.UTC))
                        .addString(columns.document()))
                .chain(() -> outbox.append(transaction, List.of(change.event())));
    }
}
