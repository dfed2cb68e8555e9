package org.entente.audit.history;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.audit.history.HistoryQuery.Condition;
import org.entente.audit.history.HistoryQuery.Order;
import org.entente.audit.history.HistoryQuery.Prepared;
import org.entente.embedded.Credentials;
import org.entente.embedded.Database;
import org.entente.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Pages of histories over a log of ten million entries, in a PostgreSQL of its own: the statements of the service, one after the other. */
public final class HistoryLoad {
    private static final long ENTRIES = 10_000_000;
    private static final int ROUNDS = 300;
    private static final int PAGE = 101;
    private static final int PARTNERS = 20;
    private static final int PERSONS = 2_000;
    private static final int ASSETS = 100_000;
    private static final Instant BEGINS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Database DATABASE = new Database(
            "audit", new Credentials("audit_owner", "benchmark"), new Credentials("audit_service", "benchmark"));

    // Two entries a second, nearly in the order of time; one decision in twenty is a denial, one entry in a hundred a grant.
    private static final String FILL = "insert into log_entry (index, entry, source, event_id, type, subject, partner, event, salt)"
            + " select i, '{}', '/access', 'event-' || i, %1$s, 'subject-' || i, 'P' || i %% 20,"
            + " '{\"data\":{\"person\":\"person-' || i * 7919 %% 2000 || '\",\"resource\":\"asset-' || i * 104729 %% 100000"
            + " || '\",\"purpose\":\"cyber-defence\",\"inputsSha256\":\"' || repeat('0', 64) || '\"}}', repeat('A', 44)"
            + " from generate_series(%2$d::bigint, %3$d) i";
    private static final String FILL_HISTORY = "insert into history (index, at, kind, partner, person, asset, action, purpose, result)"
            + " select i, timestamptz '2026-01-01 00:00:00Z' + i * interval '0.5 s' - (i * 31 %% 60) * interval '1 s', %1$s,"
            + " 'P' || i %% 20, 'person-' || i * 7919 %% 2000, 'asset-' || i * 104729 %% 100000, 'view', 'cyber-defence',"
            + " case when i / 20 %% 20 = 7 then 'denied' else 'permitted' end from generate_series(%2$d::bigint, %3$d) i";
    private static final String KIND =
            "case when i / 20 %% 100 = 3 then 'org.entente.access.grant.issued.v1' else 'org.entente.access.decision.made.v1' end";
    private static final String FILL_HOURS = "insert into history_hour select date_trunc('hour', at), min(index), max(index)"
            + " from history group by 1";
    private static final long BATCH = 500_000;

    private HistoryLoad() {}

    /** @param arguments how many entries; ten million if absent */
    public static void main(String[] arguments) throws IOException, SQLException {
        long entries = arguments.length > 0 ? Long.parseLong(arguments[0]) : ENTRIES;
        Path home = Files.createTempDirectory("history-load");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(
                home,
                home.resolve("log"),
                freePort(),
                "benchmark",
                Map.of("shared_buffers", "512MB", "max_wal_size", "8GB", "synchronous_commit", "off")))) {
            postgres.createDatabase(DATABASE);
            migrate(postgres, scripts(home.resolve("scripts")));
            fill(postgres, entries);
            System.out.println(measure(postgres, entries));
        }
    }

    private static void migrate(EmbeddedPostgres postgres, Path scripts) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("audit"), "audit_owner", "benchmark")
                .locations("filesystem:" + scripts)
                .placeholders(Map.of("runtimeUser", "audit_service"))
                .load()
                .migrate();
    }

    /** Those of audit-service alone: other services on the class path have scripts of the same names. */
    private static Path scripts(Path folder) throws IOException {
        URI service = URI.create("jar:" + HistoryQuery.class.getProtectionDomain().getCodeSource().getLocation());
        Files.createDirectories(folder);
        try (FileSystem jar = FileSystems.newFileSystem(service, Map.of());
                Stream<Path> files = Files.list(jar.getPath("db/migration"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }

    private static void fill(EmbeddedPostgres postgres, long entries) throws SQLException {
        try (Connection connection = postgres.superuser("audit");
                Statement statement = connection.createStatement()) {
            for (long first = 0; first < entries; first += BATCH) {
                long last = Math.min(entries, first + BATCH) - 1;
                String kind = String.format(KIND);
                statement.execute(String.format(Locale.ROOT, FILL, kind, first, last));
                statement.execute(String.format(Locale.ROOT, FILL_HISTORY, kind, first, last));
                System.err.println(last + 1 + " of " + entries);
            }
            statement.execute(FILL_HOURS);
            statement.execute("vacuum analyze");
        }
    }

    private static String measure(EmbeddedPostgres postgres, long entries) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setPort(postgres.port())
                        .setHost("127.0.0.1")
                        .setDatabase("audit")
                        .setUser("audit_service")
                        .setPassword("benchmark")
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
        StringBuilder table = new StringBuilder("| page of 100 over " + entries + " entries | p50, ms | p99, ms | most, ms |\n"
                + "| --- | ---: | ---: | ---: |\n");
        Histories histories = new Histories();
        questions(entries).forEach((name, question) -> {
            Random random = new Random(1);
            long[] times = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Prepared prepared = question.apply(random);
                long start = System.nanoTime();
                pool.withTransaction(transaction -> histories.page(transaction, prepared))
                        .await()
                        .atMost(Duration.ofMinutes(1));
                times[round] = System.nanoTime() - start;
            }
            table.append(row(name, times));
        });
        pool.closeAndAwait();
        vertx.closeAndAwait();
        return table.toString();
    }

    /** What is asked, each time about something else. */
    private static Map<String, Function<Random, Prepared>> questions(long entries) {
        Map<String, Function<Random, Prepared>> questions = new LinkedHashMap<>();
        questions.put("a partner's newest", random -> newest(partner(random)));
        questions.put("a partner's, somewhere in the middle", random ->
                query(null, null, Order.OLDEST, partner(random)).page(random.nextLong(entries), PAGE));
        questions.put("a partner's denials", random -> newest(partner(random), new Condition("result", "denied")));
        questions.put(
                "a partner's grants",
                random -> newest(
                        partner(random), new Condition("kind", "org.entente.access.grant.issued.v1")));
        questions.put("a person's", random -> newest(person(random)));
        questions.put("a person's about an asset", random -> newest(person(random), asset(random)));
        questions.put("an asset's", random -> newest(asset(random)));
        questions.put("everything within an hour", random -> within(random, entries, Duration.ofHours(1)));
        questions.put(
                "a partner's denials within a day",
                random -> within(random, entries, Duration.ofDays(1), partner(random), new Condition("result", "denied")));
        questions.put("a person's within a week", random -> within(random, entries, Duration.ofDays(7), person(random)));
        return questions;
    }

    private static Prepared newest(Condition... conditions) {
        return query(null, null, Order.NEWEST, conditions).page(Order.NEWEST.start(), PAGE);
    }

    private static Prepared within(Random random, long entries, Duration time, Condition... conditions) {
        Instant from = BEGINS.plusSeconds(random.nextLong(Math.max(1, entries / 2)));
        return query(from, from.plus(time), Order.OLDEST, conditions).page(Order.OLDEST.start(), PAGE);
    }

    private static HistoryQuery query(@Nullable Instant from, @Nullable Instant until, Order order, Condition... conditions) {
        return new HistoryQuery(new HistorySight.Everybodys(), List.of(conditions), from, until, order);
    }

    private static Condition partner(Random random) {
        return new Condition("partner", "P" + random.nextInt(PARTNERS));
    }

    private static Condition person(Random random) {
        return new Condition("person", "person-" + random.nextInt(PERSONS));
    }

    private static Condition asset(Random random) {
        return new Condition("asset", "asset-" + random.nextInt(ASSETS));
    }

    private static String row(String name, long[] times) {
        Arrays.sort(times);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                times[times.length - 1] / 1e6);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
