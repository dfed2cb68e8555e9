package org.entente.suite.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.suite.launch.Claim;
import org.entente.suite.launch.Launch;
import org.entente.suite.launch.Progress;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, and stops everything when it is told to end. */
@Command(name = "up", description = "start everything (Ctrl-C stops everything)")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            description = "port of the gateway; the other parts take the ones after it (default: ${DEFAULT-VALUE})",
            defaultValue = "" + Ports.DEFAULT_BASE)
    private int port;

    @Option(names = "--detach", description = "return when everything is ready, and leave it running")
    private boolean detach;

    @Override
    public Integer call() throws IOException {
        Installation installation = Installation.current();
        Ports ports = new Ports(port);
        Home home = installation.home();
        Progress progress = new Progress(System.out);
        if (detach) {
            return new DetachedLaunch(installation, ports).run(progress);
        }
        Optional<Claim> claim = Claim.take(home);
        if (claim.isEmpty()) {
            progress.say(alreadyRunning(home));
            return 1;
        }
        Launch launch = new Launch(installation, ports, progress);
        launch.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launch, progress), "stop"));
        progress.say("Starting Entente in " + home.folder());
        launch.start();
        new Welcome(home, ports).show(progress);
        waitForEver();
        return 0;
    }

    static String alreadyRunning(Home home) throws IOException {
        return "Entente is already running from " + home.folder()
                + new RunningSuite(home)
                        .ports()
                        .map(ports -> " at " + ports.publicUrl())
                        .orElse("") + " (./entente status, ./entente down)";
    }

    /** The only way to stop, whether by Ctrl-C, by a signal, or because the start failed. */
    private static void stop(Launch launch, Progress progress) {
        progress.say("Stopping");
        try {
            launch.close();
            progress.say("Stopped");
        } catch (IOException e) {
            progress.say("Not everything was stopped: " + e.getMessage());
        }
    }

    private static void waitForEver() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
