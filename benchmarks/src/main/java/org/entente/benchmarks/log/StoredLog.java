package org.entente.benchmarks.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The log as its database has it: what is committed there is durable, in the tree and under a signed checkpoint. */
record StoredLog(Connection database) {

    long size() throws SQLException {
        return number("select size from log_head");
    }

    /** Returns when the log has so many entries, with the moment in nanoseconds. */
    long await(long size) throws SQLException, InterruptedException {
        while (size() < size) {
            Thread.sleep(2);
        }
        return System.nanoTime();
    }

    long bytes(String relation) throws SQLException {
        return number("select pg_total_relation_size('" + relation + "')");
    }

    long tableBytes(String relation) throws SQLException {
        return number("select pg_table_size('" + relation + "')");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
