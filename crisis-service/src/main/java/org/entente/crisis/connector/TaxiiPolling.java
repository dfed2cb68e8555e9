package org.entente.crisis.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the collections of allies (TAXII 2.1 section 5.4), each from where it was read to, one replica at a time. What an ally
 * answers is bounded: in time, in bytes, in objects, and it is sent nowhere else (no redirects).
 */
@ApplicationScoped
class TaxiiPolling {
    static final String MEDIA_TYPE = "application/taxii+json;version=2.1";
    private static final Logger LOG = Logger.getLogger(TaxiiPolling.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final String ADDED_LAST = "X-TAXII-Date-Added-Last";
    /** Only one replica reads, and only when it is time. */
    private static final String TURN = """
        insert into taxii_mark (connector, read_at) values ($1, now())
        on conflict (connector) do update set read_at = now()
         where taxii_mark.read_at <= now() - $2 * interval '1 millisecond'
        returning added_after\
        """;

    private final ConnectorSettings settings;
    private final TaxiiSignals signals;
    private final Vertx vertx;
    private final Pool pool;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private volatile boolean stopped;

    TaxiiPolling(ConnectorSettings settings, TaxiiSignals signals, Vertx vertx, Pool pool, ObjectMapper json) {
        this.settings = settings;
        this.signals = signals;
        this.vertx = vertx;
        this.pool = pool;
        this.json = json;
    }

    /** A page of a collection, and where the next one begins. */
    private record Page(JsonNode envelope, @Nullable String addedLast) {}

    void start(@Observes StartupEvent event) {
        settings.taxii()
                .forEach((name, collection) ->
                        vertx.setPeriodic(Math.max(100, collection.every().toMillis() / 2), ignored -> {
                            if (!stopped) {
                                poll(name, collection)
                                        .subscribe()
                                        .with(
                                                done -> {},
                                                fault -> LOG.warnf(
                                                        "The collection %s is read late: %s",
                                                        name, fault.getMessage()));
                            }
                        }));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Reads what was added since the last time, if it is time. */
    Uni<Void> poll(String name, ConnectorSettings.Taxii collection) {
        return pool.preparedQuery(TURN)
                .execute(Tuple.of(name, (double) collection.every().toMillis()))
                .chain(turn -> turn.size() == 0
                        ? Uni.createFrom().voidItem()
                        : read(collection, after(turn))
                                .chain(page -> signals.keep(name, collection, page.envelope())
                                        .chain(() -> mark(name, page.addedLast(), null)))
                                .onFailure()
                                .call(fault -> mark(name, null, String.valueOf(fault.getMessage()))));
    }

    private static @Nullable String after(RowSet<Row> turn) {
        return turn.iterator().next().getString("added_after");
    }

    private Uni<Void> mark(String name, @Nullable String addedLast, @Nullable String failure) {
        return pool.preparedQuery(
                        "update taxii_mark set added_after = coalesce($2, added_after), failure = $3 where connector ="
                                + " $1")
                .execute(Tuple.of(name, addedLast, failure))
                .replaceWithVoid();
    }

    /** Off the event loop: an ally may be slow. */
    private Uni<Page> read(ConnectorSettings.Taxii collection, @Nullable String after) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> page(collection, after), false)
                .toCompletionStage());
    }

    private Page page(ConnectorSettings.Taxii collection, @Nullable String after)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(objects(collection, after))
                .timeout(PATIENCE)
                .header("Accept", MEDIA_TYPE);
        token(collection.tokenFile()).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the ally answered " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the ally answered more than " + MOST_BYTES + " bytes");
            }
            return new Page(
                    json.readTree(bytes),
                    response.headers().firstValue(ADDED_LAST).orElse(null));
        }
    }

    private static URI objects(ConnectorSettings.Taxii collection, @Nullable String after) {
        String url = collection.url().toString();
        String objects = (url.endsWith("/") ? url : url + "/") + "objects/?limit=" + collection.mostObjects();
        return URI.create(
                after == null ? objects : objects + "&added_after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    private static Optional<String> token(Optional<Path> file) {
        return file.map(path -> {
            try {
                return Files.readString(path).strip();
            } catch (IOException fault) {
                throw new UncheckedIOException("The token for a collection cannot be read.", fault);
            }
        });
    }
}
