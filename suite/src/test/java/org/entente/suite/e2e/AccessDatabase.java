package org.entente.suite.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.entente.suite.demo.Patience;

/** What a superuser sees and does in the database of access-service, behind the back of its replicas. */
record AccessDatabase(Connection connection) implements AutoCloseable {

    private static final String OVER =
            "regexp_replace(terms, '\"until\":\"[^\"]*\"', '\"until\":\"2020-01-01T00:00:00Z\"')";
    private static final String IS_EPOCH_BEING_ENDED = """
        select 1 from pg_locks
        where locktype = 'advisory' and objid = 7310314 and mode = 'ExclusiveLock' and granted\
        """;

    /** What ends by the clock alone. */
    enum Ending {
        GRANT("update partner_grant set terms = " + OVER + " where id = ?::uuid"),
        AGREEMENT("update agreement set terms = " + OVER + " where id = ?::uuid"),
        CONSENT("update consent set valid_until = '2020-01-01T00:00:00Z' where id = ?::uuid");

        private final String statement;

        Ending(String statement) {
            this.statement = statement;
        }
    }

    /** Those decisions that are not on record as permits. */
    Set<String> unrecordedPermits(Collection<String> decisions) throws SQLException {
        Set<String> missing = new HashSet<>(decisions);
        try (PreparedStatement query =
                connection.prepareStatement("select id::text from decision where decision and id = any(?::uuid[])")) {
            query.setArray(1, connection.createArrayOf("text", decisions.toArray()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    missing.remove(found.getString(1));
                }
            }
        }
        return missing;
    }

    /** As if two persons had done it. */
    void restorePosture(String partner) throws SQLException {
        execute("update posture_cause set lifted_at = now() where partner = ? and lifted_at is null", partner);
        execute("update partner set posture = 'NORMAL', announced = null where code = ?", partner);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select advance_policy_epoch()");
        }
    }

    /** As if the time of something had been over for years; nobody is told. */
    void letTimePass(Ending ending, String id) throws SQLException {
        execute(ending.statement, id);
    }

    private void execute(String statement, String which) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, which);
            update.executeUpdate();
        }
    }

    /** From now until the rollback no event can be written. */
    void holdUpEvents() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table outbox in share mode");
        }
    }

    /** Waits until somebody's change has ended the epoch and is not committed. */
    void awaitEpochBeingEnded() {
        if (!Patience.until(this::isEpochBeingEnded, ended -> ended)) {
            throw new IllegalStateException("nobody ended the epoch");
        }
    }

    void letEventsGo() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean isEpochBeingEnded() {
        try (Statement statement = connection.createStatement();
                ResultSet held = statement.executeQuery(IS_EPOCH_BEING_ENDED)) {
            return held.next();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
