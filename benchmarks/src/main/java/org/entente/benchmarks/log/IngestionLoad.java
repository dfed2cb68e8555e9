package org.entente.benchmarks.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/**
 * Ingestion from end to end, Kafka to signed checkpoint, beside COPY of the same rows, turn by turn in one run; then how far the checkpoint is behind
 * at half of that rate. The argument is the number of events of a turn.
 */
public final class IngestionLoad {

    private static final int USUAL = 100_000;
    private static final int ROUNDS = 4;
    private static final int SECONDS = 20;
    private static final int PER_SECOND = 50;
    private static final double NANOS = 1e9;

    private IngestionLoad() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        try (LogHouse house = LogHouse.open();
                Connection database = house.superuser();
                Feed feed = new Feed(house.bootstrapServers(), 1)) {
            StoredLog log = new StoredLog(database);
            StringBuilder table =
                    new StringBuilder("\n| round | ingested, entries/s | COPY, same table, rows/s | share |"
                            + " COPY, no index, no check, rows/s |\n| ---: | ---: | ---: | ---: | ---: |\n");
            double best = 0;
            Connection followers = house.holdFollowers();
            for (int round = 0; round < ROUNDS; round++) {
                long before = log.size();
                double ingested = ingest(house, log, feed, events);
                double copied = new Copy(database).rate(before, events, true);
                double bare = new Copy(database).rate(before, events, false);
                String row = String.format(
                        Locale.ROOT,
                        "| %d | %.0f | %.0f | %.0f %% | %.0f |%n",
                        round,
                        ingested,
                        copied,
                        100 * ingested / copied,
                        bare);
                System.out.print(row);
                if (round > 0) { // the first warms up
                    table.append(row);
                    best = Math.max(best, ingested);
                }
            }
            System.out.println(table);
            System.out.println(house.batches());
            followers.close();
            System.out.printf(
                    Locale.ROOT,
                    "with histories and anomalies followed at the same time: %.0f entries/s%n",
                    ingest(house, log, feed, events));
            System.out.println(behind(log, feed, (int) (best / 2)));
        }
    }

    /** Entries per second: events wait in Kafka, the log is held, and let go. */
    private static double ingest(LogHouse house, StoredLog log, Feed feed, int events)
            throws SQLException, InterruptedException {
        long before = log.size();
        long start;
        try (Connection holding = house.superuser();
                Statement hold = holding.createStatement()) {
            holding.setAutoCommit(false);
            hold.execute("select size from log_head for update");
            feed.send(events);
            start = System.nanoTime();
            holding.commit();
        }
        return events / ((log.await(before + events) - start) / NANOS);
    }

    /** From the broker's acknowledgement of a burst to the commit of the checkpoint that covers it, at so many events per second. */
    private static String behind(StoredLog log, Feed feed, int rate) throws SQLException, InterruptedException {
        int burst = Math.max(1, rate / PER_SECOND);
        double[] millis = new double[SECONDS * PER_SECOND];
        long sent = log.size();
        long begin = System.nanoTime();
        for (int i = 0; i < millis.length; i++) {
            long due = begin + (long) (i * NANOS / PER_SECOND);
            while (System.nanoTime() < due) {
                Thread.sleep(1);
            }
            feed.send(burst);
            sent += burst;
            long now = System.nanoTime();
            millis[i] = (log.await(sent) - now) / 1e6;
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "checkpoint behind the broker at %d events/s, ms: p50 %.0f, p99 %.0f, at most %.0f",
                rate,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }
}
