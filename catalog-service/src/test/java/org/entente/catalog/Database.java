package org.entente.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.embedded.testing.EmbeddedServers;

/** The database behind the service's back. */
final class Database {
    private Database() {}

    /** Changes rows as nobody should be able to; says how many. */
    static int tamper(String statement, Object... parameters) {
        try (Connection connection = EmbeddedServers.superuser("catalog");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int index = 0; index < parameters.length; index++) {
                prepared.setObject(index + 1, parameters[index]);
            }
            return prepared.executeUpdate();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The first column of the first row. */
    static String find(String query) {
        try (Connection connection = EmbeddedServers.superuser("catalog");
                PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** How many rows there are in all the tables of assets. */
    static String rows() {
        return find("""
                select (select count(*) from asset) || ' ' || (select count(*) from asset_key) || ' '
                    || (select count(*) from asset_version) || ' ' || (select count(*) from asset_label) || ' '
                    || (select count(*) from portion) || ' ' || (select count(*) from label) || ' '
                    || (select count(*) from label_set) || ' ' || (select count(*) from listed_asset) || ' '
                    || (select count(*) from idempotency)""");
    }
}
