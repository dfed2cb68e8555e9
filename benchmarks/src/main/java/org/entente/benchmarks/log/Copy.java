package org.entente.benchmarks.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL's COPY of rows that the service has written, in batches of 1,000, each a transaction: the fastest that a database takes them. */
record Copy(Connection database) {

    private static final int BATCH = 1000;
    private static final String COLUMNS =
            "index, entry, source, event_id, type, subject, partner, recorded, event, salt";

    /** Rows per second into a new table like the service's, with its indexes and checks or without any. */
    double rate(long first, int count, boolean asTheServices) throws SQLException, IOException {
        List<byte[]> batches = batches(first, count);
        String like = "create table copied (like log_entry" + (asTheServices ? " including all" : "") + ")";
        execute("drop table if exists copied", like, "checkpoint");
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        long start = System.nanoTime();
        for (byte[] batch : batches) {
            copy.copyIn("copy copied (" + COLUMNS + ") from stdin", new ByteArrayInputStream(batch));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        execute("drop table copied");
        return count / seconds;
    }

    /** The rows as COPY reads them, in memory before the clock starts. */
    private List<byte[]> batches(long first, int count) throws SQLException, IOException {
        List<byte[]> batches = new ArrayList<>();
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        for (long from = first; from < first + count; from += BATCH) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copy.copyOut(
                    "copy (select " + COLUMNS + " from log_entry where index >= " + from + " and index < "
                            + Math.min(from + BATCH, first + count) + " order by index) to stdout",
                    rows);
            batches.add(rows.toByteArray());
        }
        return batches;
    }

    private void execute(String... statements) throws SQLException {
        for (String one : statements) {
            try (Statement statement = database.createStatement()) {
                statement.execute(one);
            }
        }
    }
}
