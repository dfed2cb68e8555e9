package org.entente.suite.postgres;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.embedded.Database;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the databases to the state that the packaged services expect, as their owners. */
public record Migrations(Installation installation, Ports ports) {

    /**
     * Runs what has not run yet.
     *
     * @return how many scripts ran
     * @throws IOException if one fails
     */
    public int run(Part service) throws IOException {
        Database database = new Databases(installation.home().secrets()).of(service);
        try (URLClassLoader scripts = scripts(service)) {
            return Flyway.configure(scripts)
                    .dataSource(
                            "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRESQL) + "/" + database.name(),
                            database.owner().user(),
                            database.owner().password())
                    .locations("classpath:db/outbox", "classpath:db/migration")
                    .placeholders(Map.of("runtimeUser", database.runtime().user()))
                    // A service that got its outbox after its first release gets that script late.
                    .outOfOrder(true)
                    .failOnMissingLocations(false)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new IOException("the migration of " + service + " failed: " + e.getMessage(), e);
        }
    }

    /** The jars of the service that are our own; Flyway needs nothing else of them but the scripts. */
    private URLClassLoader scripts(Part service) throws IOException {
        Path application = installation.application(service);
        List<URL> jars = new ArrayList<>();
        for (String folder : new String[] {"app", "lib/main"}) {
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                for (Path jar : files.filter(Migrations::isOurs).toList()) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), Migrations.class.getClassLoader());
    }

    private static boolean isOurs(Path jar) {
        Path folder = jar.getParent();
        return (folder != null && folder.endsWith("app"))
                || jar.getFileName().toString().startsWith("org.entente.");
    }
}
