package org.entente.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL that gives a database its users and takes everybody else's rights away; may be repeated. */
final class Provisioning {

    private Provisioning() {}

    static void server(Connection connection, Database database) throws SQLException {
        user(connection, database.owner());
        user(connection, database.runtime());
        String name = database.name();
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(
                    connection,
                    "CREATE DATABASE " + name + " OWNER " + database.owner().user());
        }
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute(
                connection,
                "GRANT CONNECT ON DATABASE " + name + " TO "
                        + database.runtime().user());
        execute(connection, "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
    }

    static void schema(Connection connection, Database database) throws SQLException {
        execute(connection, "ALTER SCHEMA public OWNER TO " + database.owner().user());
        execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        execute(
                connection,
                "GRANT USAGE ON SCHEMA public TO " + database.runtime().user());
    }

    private static void user(Connection connection, Credentials credentials) throws SQLException {
        boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", credentials.user());
        String password = "'" + credentials.password().replace("'", "''") + "'";
        execute(
                connection,
                (known ? "ALTER" : "CREATE") + " ROLE " + credentials.user() + " LOGIN PASSWORD " + password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
