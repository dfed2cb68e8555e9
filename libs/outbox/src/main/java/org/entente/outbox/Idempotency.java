package org.entente.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Supplier;
import org.entente.events.CanonicalJson;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Makes creating requests safe to repeat: with an {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header)
 * the first request of a caller creates, its repetition gets the first answer, and another request under the same key is refused.
 */
@RequestScoped
public class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 128;

    private final HttpHeaders headers;
    private final Caller caller;
    private final ObjectMapper json;

    Idempotency(HttpHeaders headers, Caller caller, ObjectMapper json) {
        this.headers = headers;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Creates in one transaction, once per key.
     *
     * @param request what was asked for; a repetition must be equal to it
     * @param create the work; a failure undoes everything, the key included
     * @return 201 with location and body
     */
    public Uni<Response> once(Object request, Supplier<Uni<Created>> create) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return Panache.withTransaction(create).map(this::answer);
        }
        requireKey(key);
        String digest = CanonicalJson.sha256(json, request);
        return Panache.withTransaction(() -> claim(key, digest)
                .chain(isFirst -> isFirst
                        ? create.get().chain(created -> keep(key, created)).map(this::answer)
                        : repeat(key, digest)));
    }

    /**
     * The same within a transaction of the SQL client, which the caller began.
     *
     * @param create the work; what has no location is answered with 200
     */
    public Uni<Response> once(SqlClient transaction, Object request, Supplier<Uni<Created>> create) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return create.get().map(this::answer);
        }
        String digest = CanonicalJson.sha256(json, request);
        return transaction
                .preparedQuery(
                        "insert into idempotency (caller, key, request) values ($1, $2, $3) on conflict do nothing")
                .execute(Tuple.of(caller.subject(), requireKey(key), digest))
                .chain(claimed -> claimed.rowCount() == 1
                        ? create.get()
                                .call(created -> keep(transaction, key, created))
                                .map(this::answer)
                        : repeat(transaction, key, digest));
    }

    private Uni<RowSet<Row>> keep(SqlClient transaction, String key, Created created) {
        return transaction
                .preparedQuery("update idempotency set location = $3, answer = $4 where caller = $1 and key = $2")
                .execute(Tuple.of(caller.subject(), key, created.location(), text(created.body())));
    }

    private Uni<Response> repeat(SqlClient transaction, String key, String digest) {
        return transaction
                .preparedQuery("select request, location, answer from idempotency where caller = $1 and key = $2")
                .execute(Tuple.of(caller.subject(), key))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    requireSame(digest, row.getString("request"));
                    return created(row.getString("location"), row.getString("answer"));
                });
    }

    private static String requireKey(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw Problem.badRequest(HEADER, "must have 1 to " + MAX_KEY + " characters");
        }
        return key;
    }

    private static void requireSame(String digest, Object before) {
        if (!digest.equals(before)) {
            throw Problem.unprocessable(HEADER, "was used before with another request");
        }
    }

    private Uni<Boolean> claim(String key, String digest) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "insert into idempotency (caller, key, request) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, caller.subject())
                        .setParameter(2, key)
                        .setParameter(3, digest)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<Created> keep(String key, Created created) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "update idempotency set location = ?3, answer = ?4 where caller = ?1 and key = ?2")
                        .setParameter(1, caller.subject())
                        .setParameter(2, key)
                        .setParameter(3, created.location())
                        .setParameter(4, text(created.body()))
                        .executeUpdate())
                .replaceWith(created);
    }

    private Uni<Response> repeat(String key, String digest) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select request, location, answer from idempotency where caller = ?1 and key = ?2",
                                Object[].class)
                        .setParameter(1, caller.subject())
                        .setParameter(2, key)
                        .getSingleResult())
                .map(row -> {
                    requireSame(digest, row[0]);
                    return created((String) row[1], row[2]);
                });
    }

    private Response answer(Created created) {
        return created(created.location(), created.body());
    }

    private static Response created(@Nullable String location, @Nullable Object body) {
        return (location == null ? Response.ok() : Response.created(URI.create(location)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
