package org.entente.benchmarks.log;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.entente.tlog.InclusionProof;
import org.entente.tlog.LogAudit;
import org.entente.tlog.LogProof;
import org.entente.tlog.LogReader;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TileHashes;
import org.entente.tlog.VerifierKey;

/** A log of so many entries, the argument, a million if absent: append rate, latency of a proof, full audit, storage. Stops filling after an hour. */
public final class SizeLoad {

    private static final int USUAL = 1_000_000;
    private static final int CHUNK = 100_000;
    private static final int PROOFS = 2_000;
    private static final int READERS = 8;
    private static final double NANOS = 1e9;
    private static final long LONGEST = 3_600_000_000_000L;

    private SizeLoad() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        try (LogHouse house = LogHouse.open();
                Connection database = house.superuser();
                Feed feed = new Feed(house.bootstrapServers(), 2)) {
            StoredLog log = new StoredLog(database);
            System.out.println("\n| what | measured |\n| --- | --- |");
            fill(log, feed, wanted);
            LogReader reader = LogReader.http(house.log(), HttpClient.newHttpClient());
            SignedCheckpoint signed = reader.checkpoint();
            prove(reader, signed);
            audit(reader, signed);
            storage(log, signed.checkpoint().size());
        }
    }

    private static void fill(StoredLog log, Feed feed, int wanted) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long last = start;
        long chunk = start;
        for (int sent = 0; sent < wanted && System.nanoTime() - start < LONGEST; sent += CHUNK) {
            chunk = last;
            feed.send(Math.min(CHUNK, wanted - sent));
            last = log.await(Math.min(sent + CHUNK, wanted));
        }
        long size = log.size();
        tell("entries", "%d", size);
        tell("appended while they were published, entries/s", "%.0f", size / ((last - start) / NANOS));
        tell("of that the last chunk, entries/s", "%.0f", Math.min(CHUNK, size) / ((last - chunk) / NANOS));
    }

    /** As a stranger proves it: tiles and entry over HTTP, the proof built and verified. */
    private static void prove(LogReader reader, SignedCheckpoint signed) {
        VerifierKey key = reader.key();
        long size = signed.checkpoint().size();
        Random random = new Random(3);
        double[] millis = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * size);
            long start = System.nanoTime();
            byte[] entry = reader.entry(index, size);
            LogProof proof = LogProof.of(InclusionProof.of(new TileHashes(size, reader::tile), index, size), signed);
            if (!proof.verify(entry, key).isVerified()) {
                throw new IllegalStateException("entry " + index + " is not proven");
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, PROOFS / 2, PROOFS);
        Arrays.sort(warm);
        tell("proof of an entry from tiles, ms, p50 and p99", "%.1f and %.1f", warm[warm.length / 2], warm[warm.length * 99 / 100]);
    }

    private static void audit(LogReader reader, SignedCheckpoint signed) {
        long start = System.nanoTime();
        boolean isSound = new LogAudit(signed.checkpoint().size(), reader::tile, READERS)
                .verify(signed.checkpoint())
                .isVerified();
        double seconds = (System.nanoTime() - start) / NANOS;
        tell("full audit over HTTP, " + (isSound ? "verified" : "REFUSED") + ", s", "%.1f", seconds);
        tell("full audit, entries/s", "%.0f", signed.checkpoint().size() / seconds);
    }

    private static void storage(StoredLog log, double size) throws SQLException {
        tell("storage, bytes per entry", "%.0f", (log.bytes("log_entry") + log.bytes("tile")) / size);
        tell("of that rows with event and salt", "%.0f", log.tableBytes("log_entry") / size);
        tell("of that indexes", "%.0f", (log.bytes("log_entry") - log.tableBytes("log_entry")) / size);
        tell("of that tiles", "%.1f", log.bytes("tile") / size);
    }

    private static void tell(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "| " + what.replace("%", "%%") + " | " + format + " |%n", values);
    }
}
