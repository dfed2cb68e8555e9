package org.entente.suite.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.embedded.PidFile;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.process.LeftOvers;
import picocli.CommandLine.Command;

/** Stops everything; the data stay. */
@Command(name = "down", description = "stop everything; data stay")
final class DownCommand implements Callable<Integer> {

    /** The launcher gives every part its own time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() throws IOException {
        Home home = Installation.current().home();
        System.out.println(stop(home) ? "Stopped" : "Entente is not running");
        return 0;
    }

    /** Stops the launcher, and what a killed launcher left over; says whether there was a launcher. */
    static boolean stop(Home home) throws IOException {
        Optional<ProcessHandle> launcher = new RunningSuite(home).launcher();
        launcher.ifPresent(process -> PidFile.stop(process, PATIENCE));
        new LeftOvers(home).stopAll();
        return launcher.isPresent();
    }
}
