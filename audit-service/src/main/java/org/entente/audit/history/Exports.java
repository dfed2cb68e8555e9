package org.entente.audit.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;

/**
 * Makes exports: recorded before the first byte, read page by page as fast as the reader takes them, signed after the last. One that
 * breaks off has no manifest, and can thereby be told from a whole one.
 */
@ApplicationScoped
class Exports {

    private static final int PAGE = 1000;

    private final Pool pool;
    private final Histories histories;
    private final Looks looks;
    private final Signing signing;
    private final ObjectMapper json;
    private final HistoryConfig config;
    private final AtomicInteger underWay = new AtomicInteger();

    Exports(Pool pool, Histories histories, Looks looks, Signing signing, ObjectMapper json, HistoryConfig config) {
        this.pool = pool;
        this.histories = histories;
        this.looks = looks;
        this.signing = signing;
        this.json = json;
        this.config = config;
    }

    /** An export that may begin, since it is on record. */
    Uni<Export> begin(Export.Order order) {
        if (underWay.get() >= config.exportsAtOnce()) {
            throw Problem.unavailable("There are as many exports under way as there may be.");
        }
        return pool.withTransaction(transaction -> size(transaction)
                .map(size -> new Export(order, size, config.exportLines()))
                .call(export -> looks.record(transaction, order.looker(), look(export))));
    }

    /** All bytes; nothing is read before somebody wants it. */
    Multi<Buffer> all(Export export) {
        AtomicBoolean released = new AtomicBoolean();
        Multi<byte[]> pages =
                Multi.createBy().repeating().uni(() -> page(export)).whilst(page -> !export.isEnded());
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(export::begin), pages)
                .filter(bytes -> bytes.length > 0)
                .map(Buffer::buffer)
                .onSubscription()
                .invoke(underWay::incrementAndGet)
                .onCompletion()
                .call(() -> sign(export))
                .onTermination()
                .invoke(() -> {
                    if (released.compareAndSet(false, true)) {
                        underWay.decrementAndGet();
                    }
                });
    }

    private Uni<byte[]> page(Export export) {
        return pool.withTransaction(transaction -> histories.page(transaction, export.next(PAGE)))
                .map(found -> export.write(found, PAGE, json));
    }

    private Uni<Void> sign(Export export) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String manifest = CanonicalJson.text(json, export.manifest(signing.log(), now));
        return pool.preparedQuery("insert into history_export (id, subject, manifest, jws) values ($1, $2, $3, $4)")
                .execute(Tuple.of(export.id(), export.order().looker().subject(), manifest, signing.sign(manifest)))
                .replaceWithVoid();
    }

    /** How much of the log histories know. */
    private static Uni<Long> size(SqlClient transaction) {
        return transaction
                .query("select position from follower where name = 'history'")
                .execute()
                .map(rows -> rows.iterator().next().getLong("position"));
    }

    private static Look look(Export export) {
        Map<String, String> query = new HashMap<>(export.order().stated());
        query.put("export", export.id().toString());
        query.put("format", export.order().format().wireName());
        return Look.at("export", query, 0);
    }
}
