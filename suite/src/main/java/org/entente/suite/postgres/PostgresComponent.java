package org.entente.suite.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.entente.embedded.EmbeddedPostgres;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.process.Component;

/** The database server, with every database and user in place. */
public record PostgresComponent(Home home, Ports ports) implements Component {

    private static final Map<String, String> PARAMETERS = Map.of(
            "shared_buffers", "64MB",
            "max_connections", "120",
            "max_wal_size", "2GB", // a checkpoint in the middle of a burst makes everybody wait for the disk
            "checkpoint_timeout", "15min",
            "wal_compression", "on", // after a checkpoint pages are logged whole, on the same disk as all else
            "log_min_error_statement", "panic", // statements may hold secrets and content
            "timezone", "UTC");

    @Override
    public Part part() {
        return Part.POSTGRESQL;
    }

    @Override
    public ProcessHandle start() throws IOException {
        Databases databases = new Databases(home.secrets());
        EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(
                home.data(part()), home.log(part()), ports.of(part()), databases.superuserPassword(), PARAMETERS));
        try {
            server.createDatabase(databases.keycloak());
            for (Part service : Part.services()) {
                server.createDatabase(databases.of(service));
            }
        } catch (SQLException e) {
            throw new IOException("the databases could not be created: " + e.getMessage(), e);
        }
        return server.process();
    }
}
