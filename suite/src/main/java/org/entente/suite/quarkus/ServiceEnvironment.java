package org.entente.suite.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.entente.embedded.Credentials;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.postgres.Databases;
import org.entente.tlog.SigningKey;

/** What a service is told about its surroundings; the same variables that its deployment sets in a cluster. */
public record ServiceEnvironment(Home home, Ports ports) {
    private static final String ORDER_KEY = "order-key.pem";

    /** Name and value of every variable. */
    public Map<String, String> of(Part service) throws IOException {
        Map<String, String> environment = new HashMap<>(common(service));
        switch (service) {
            case CATALOG ->
                environment.putAll(Map.of(
                        "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", identityProvider(),
                        "QUARKUS_OIDC_CLIENT_CLIENT_ID", "catalog-service",
                        "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", home.secrets().text("client-catalog-service"),
                        "ENTENTE_ACCESS_URL", ports.internalUrl(Part.ACCESS),
                        "ENTENTE_CATALOG_KEY_FILE",
                                home.secrets().keyFile("catalog-key").toString(),
                        "ENTENTE_CATALOG_RELEASE_KEY_FILE",
                                home.secrets().signingKeyFile("release-key.pem").toString()));
            case AUDIT ->
                environment.putAll(Map.of(
                        "ENTENTE_LOG_KEY_FILE",
                        home.secrets().signingKeyFile("log-key.pem").toString(),
                        // A log keeps its name for life; the port may change.
                        "ENTENTE_LOG_ORIGIN",
                        "localhost/audit/log"));
            case ACCESS ->
                environment.putAll(Map.of(
                        "ENTENTE_AGREEMENT_SEAL_KEY_FILE",
                        home.secrets().signingKeyFile("seal-key.pem").toString(),
                        // XCC is not believed to do more than a password; elsewhere a one-time code is the least.
                        "ENTENTE_AGREEMENT_CONSENT_ASSURANCE",
                        "password",
                        "ENTENTE_ACTIVATION_KEYS",
                        orderKey()));
            case CRISIS ->
                environment.put(
                        "ENTENTE_ACTIVATION_SIGNING_KEY_FILE",
                        home.secrets().signingKeyFile(ORDER_KEY).toString());
            case GATEWAY, KEYCLOAK, POSTGRESQL, KAFKA -> throw new IllegalArgumentException(service + " is no service");
        }
        return environment;
    }

    /** The public half of the key under which crisis-service orders activations. */
    private String orderKey() throws IOException {
        String pem = Files.readString(home.secrets().signingKeyFile(ORDER_KEY));
        return SigningKey.parse("crisis-service", pem).verifierKey().toString();
    }

    private Map<String, String> common(Part service) throws IOException {
        String database = "127.0.0.1:" + ports.of(Part.POSTGRESQL) + "/" + service.domain();
        Credentials user = new Databases(home.secrets()).of(service).runtime();
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service))),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", user.user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", user.password()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Part.KAFKA)),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", identityProvider()),
                Map.entry("QUARKUS_OIDC_TOKEN_ISSUER", ports.issuer()),
                Map.entry("ENTENTE_PAGE_CLIENT_SECRET", home.secrets().text("client-entente-pages")),
                // There is no collector of traces on this machine, and people read the logs.
                Map.entry("QUARKUS_OTEL_SDK_DISABLED", "true"),
                Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"));
    }

    private String identityProvider() {
        return ports.internalUrl(Part.KEYCLOAK) + "/auth/realms/entente";
    }
}
