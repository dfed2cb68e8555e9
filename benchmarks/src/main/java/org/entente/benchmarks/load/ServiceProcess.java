package org.entente.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.embedded.FreePorts;
import org.entente.embedded.PidFile;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.quarkus.ServiceEnvironment;

/**
 * A packaged service beside a running suite's own, compiled in full: the suite's start quickly and stay slow. It collects
 * garbage as a native executable does, in one thread.
 */
record ServiceProcess(URI address, ProcessHandle process) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Starts it and returns when it is ready; {@code settings} are system properties as on a command line. */
    static ServiceProcess start(Suite suite, Part part, String... settings) throws IOException {
        Home home = Home.open(suite.home().folder().resolve("benchmarks"));
        home.pidFile(part).stopLeftOver(PATIENCE);
        int port = FreePorts.any();
        Map<String, String> environment = new HashMap<>(new ServiceEnvironment(suite.home(), suite.ports()).of(part));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of(settings));
        command.add("-jar");
        command.add(suite.installation()
                .application(part)
                .resolve("quarkus-run.jar")
                .toString());
        URI address = URI.create("http://127.0.0.1:" + port);
        ProcessHandle process = ChildProcess.launch(home, part, command, environment)
                .awaitReady(address.resolve("/q/health/ready"), PATIENCE);
        return new ServiceProcess(address, process);
    }

    @Override
    public void close() {
        PidFile.stop(process, PATIENCE);
    }
}
