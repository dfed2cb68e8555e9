package org.entente.suite.quarkus;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.process.Component;

/** One of the four services in a JVM of its own. */
public record ServiceComponent(Installation installation, Ports ports, Part part) implements Component {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Override
    public ProcessHandle start() throws IOException {
        Home home = installation.home();
        return ChildProcess.launch(home, part, command(), new ServiceEnvironment(home, ports).of(part))
                .awaitReady(readiness(ports, part), PATIENCE);
    }

    /** The program and its arguments. */
    public List<String> command() throws IOException {
        Path jar = installation.application(part).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException(part + " is not built: there is no " + jar);
        }
        return List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString());
    }

    /** Where a service says whether it is ready. */
    public static URI readiness(Ports ports, Part service) {
        return URI.create(ports.internalUrl(service) + "/q/health/ready");
    }
}
