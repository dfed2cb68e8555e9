package org.entente.embedded.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.embedded.Credentials;
import org.entente.embedded.Database;

/**
 * PostgreSQL, Kafka and an issuer of tokens for the Quarkus tests of one service; started once per JVM, empty.
 *
 * <p>{@code @QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value =
 * "catalog"), restrictToAnnotatedClass = false)}
 *
 * <p>The service runs as the least-privileged user and migrates at the start as the owner. All topics of the house
 * exist. A service with an OIDC client names it with the argument {@code client}.
 */
public final class EmbeddedServers implements QuarkusTestResourceLifecycleManager {

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public Map<String, String> start() {
        String name = arguments.getOrDefault("database", "entente");
        Database database = new Database(
                name, new Credentials(name + "_owner", "owner-of-tests"), new Credentials(name + "_service", "tests"));
        try {
            TestServers.startOnce(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        Map<String, String> configuration = configuration(database);
        if (arguments.containsKey("client")) {
            configuration.put("quarkus.oidc-client.auth-server-url", Shared.ISSUER.get());
            configuration.put("quarkus.oidc-client.client-id", arguments.get("client"));
            configuration.put("quarkus.oidc-client.credentials.secret", "tests");
        }
        return configuration;
    }

    /** The servers live until the JVM ends: other tests of this run need them. */
    @Override
    public void stop() {}

    /** A superuser's connection to a database of the tests: to look behind the service, and to tamper. */
    public static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(superuserJdbcUrl(database));
    }

    /** JDBC address of a database of the tests, superuser and password included. */
    public static String superuserJdbcUrl(String database) {
        return address("jdbc:postgresql", database) + "?user=postgres&password=" + Shared.POSTGRES_PASSWORD.get();
    }

    /** Address of the broker, for tests that publish or consume by themselves. */
    public static String kafkaBootstrapServers() {
        return Shared.KAFKA.get();
    }

    private static Map<String, String> configuration(Database database) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.datasource.reactive.url", address("postgresql", database.name()));
        configuration.put("quarkus.datasource.jdbc.url", address("jdbc:postgresql", database.name()));
        configuration.put("quarkus.datasource.username", database.runtime().user());
        configuration.put("quarkus.datasource.password", database.runtime().password());
        configuration.put("quarkus.flyway.username", database.owner().user());
        configuration.put("quarkus.flyway.password", database.owner().password());
        configuration.put(
                "quarkus.flyway.placeholders.runtimeUser", database.runtime().user());
        configuration.put("quarkus.flyway.migrate-at-start", "true");
        configuration.put("kafka.bootstrap.servers", Shared.KAFKA.get());
        configuration.put("quarkus.oidc.auth-server-url", Shared.ISSUER.get());
        return configuration;
    }

    private static String address(String scheme, String database) {
        return scheme + "://127.0.0.1:" + Shared.POSTGRES_PORT.get() + "/" + database;
    }
}
