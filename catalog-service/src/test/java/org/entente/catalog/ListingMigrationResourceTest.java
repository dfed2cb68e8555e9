package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingMigrationResourceTest {
    private static final String LISTED = """
            select string_agg(asset || ' ' || version || ' ' || listed_asset.registered || ' ' || digest, ',' order by asset)
            from listed_asset join label_set on label_set.id = label_set""";

    @Test
    void listsWhatWasThereBefore() throws SQLException, IOException {
        Callers.register(Bundles.registration("Before the migration"));
        Callers.register(Bundles.hiddenRegistration("Also before"));
        try (Connection connection = EmbeddedServers.superuser("catalog");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String listed = first(statement);
            statement.execute("delete from listed_asset");
            statement.execute("delete from label_set");

            statement.execute(filling());

            // Nothing could be withdrawn when that migration ran.
            statement.execute("delete from listed_asset where asset in (select asset from asset_withdrawal)");
            assertThat(first(statement)).isEqualTo(listed);
            connection.rollback();
        }
    }

    private static String first(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(LISTED)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The statement of the migration that fills the tables. */
    private static String filling() throws IOException {
        try (InputStream script =
                ListingMigrationResourceTest.class.getResourceAsStream("/db/migration/V20__listing.sql")) {
            String sql = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            int start = sql.indexOf("with labelled as");
            return sql.substring(start, sql.indexOf(';', start));
        }
    }
}
