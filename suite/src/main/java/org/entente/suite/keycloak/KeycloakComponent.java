package org.entente.suite.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.embedded.Credentials;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.postgres.Databases;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.process.Component;

/** The identity provider, with every realm in place. */
public record KeycloakComponent(Installation installation, Ports ports) implements Component {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError");

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public ProcessHandle start() throws IOException {
        Home home = installation.home();
        Path distribution = new Distribution(installation).prepare();
        ProcessHandle process = ChildProcess.launch(
                        home, part(), Distribution.command(distribution, JVM, options()), environment(home))
                .awaitReady(readiness(ports), PATIENCE);
        new Realms(AdminApi.login(ports, home.secrets()), home.secrets(), ports).ensure();
        return process;
    }

    /** Where Keycloak says whether it is ready. */
    public static URI readiness(Ports ports) {
        return URI.create(ports.internalUrl(Part.KEYCLOAK) + "/auth/health/ready");
    }

    private List<String> options() {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.of(part()),
                "--hostname=" + ports.publicUrl() + "/auth",
                // The services ask on the loopback interface, people through the gateway; the issuer is one.
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRESQL) + "/keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=10");
    }

    /** Secrets go by the environment, which only this user can read, not by the command line. */
    private static Map<String, String> environment(Home home) throws IOException {
        Credentials database = new Databases(home.secrets()).keycloak().runtime();
        return Map.of(
                "KC_DB_USERNAME", database.user(),
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", AdminApi.CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", home.secrets().text(AdminApi.SECRET));
    }
}
