package org.entente.benchmarks.log;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.Hash;
import org.entente.tlog.HashReader;
import org.entente.tlog.InclusionProof;
import org.entente.tlog.LogAudit;
import org.entente.tlog.LogProof;
import org.entente.tlog.LogReader;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TileHashes;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;

/** A log of so many entries, the argument, a million if absent: append rate, latency of proofs, full audit, storage. Stops filling after an hour. */
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
                Connection followers = house.holdFollowers();
                Feed feed = new Feed(house.bootstrapServers(), 2)) {
            StoredLog log = new StoredLog(database);
            house.forgetPublished();
            System.out.println("\n| what | measured |\n| --- | --- |");
            fill(log, feed, wanted);
            LogReader reader = LogReader.http(house.log(), HttpClient.newHttpClient());
            SignedCheckpoint signed = reader.checkpoint();
            prove(reader, signed);
            proveGrowth(reader, signed.checkpoint());
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
        time("proof of an entry from tiles", size, index -> {
            byte[] entry = reader.entry(index, size);
            InclusionProof path = InclusionProof.of(new TileHashes(size, reader::tile), index, size);
            return LogProof.of(path, signed).verify(entry, key);
        });
    }

    /** As one who kept an older checkpoint finds out that nothing of it was changed; its root is not what is timed. */
    private static void proveGrowth(LogReader reader, Checkpoint now) {
        long size = now.size();
        Map<Long, Hash> kept = new HashMap<>();
        HashReader tiles = new TileHashes(size, reader::tile);
        indexes(size).forEach(older -> kept.computeIfAbsent(older, tiles::root));
        time("proof that an older log was only added to", size, older -> ConsistencyProof.of(
                        new TileHashes(size, reader::tile), older, size)
                .verify(kept.get(older), now.root()));
    }

    private static LongStream indexes(long size) {
        return new Random(3).longs(PROOFS, 1, size);
    }

    private static void time(String what, long size, LongFunction<Verdict> proof) {
        double[] millis = indexes(size)
                .mapToDouble(index -> {
                    long start = System.nanoTime();
                    if (!proof.apply(index).isVerified()) {
                        throw new IllegalStateException(what + ": refused at " + index);
                    }
                    return (System.nanoTime() - start) / 1e6;
                })
                .toArray();
        double[] warm = Arrays.copyOfRange(millis, PROOFS / 2, PROOFS);
        Arrays.sort(warm);
        tell(what + ", ms, p50 and p99", "%.1f and %.1f", warm[warm.length / 2], warm[warm.length * 99 / 100]);
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
