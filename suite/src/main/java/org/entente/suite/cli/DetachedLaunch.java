package org.entente.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.suite.launch.Claim;
import org.entente.suite.launch.Progress;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import org.entente.suite.process.ChildProcess;

/** Runs the launcher in a process of its own, and shows what it says until everything is ready. */
record DetachedLaunch(Installation installation, Ports ports) {

    int run(Progress progress) throws IOException {
        Home home = installation.home();
        var claim = Claim.take(home);
        if (claim.isEmpty()) {
            progress.say(UpCommand.alreadyRunning(home));
            return 1;
        }
        claim.get().close(); // the child takes it
        Files.createDirectories(home.logs());
        Path log = home.logs().resolve("launcher.log");
        Files.writeString(log, "");
        Process launcher = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return follow(launcher, new LogFile(log), home, progress);
    }

    private static int follow(Process launcher, LogFile log, Home home, Progress progress) throws IOException {
        while (launcher.isAlive()) {
            boolean ready = new RunningSuite(home).isReady();
            if (ready) {
                pause(); // what it says last follows at once
            }
            log.news().forEach(progress::say);
            if (ready) {
                return 0;
            }
            pause();
        }
        log.news().forEach(progress::say);
        return launcher.exitValue();
    }

    private List<String> command() {
        return List.of(
                ChildProcess.java(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dentente.checkout=" + installation.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--port",
                Integer.toString(ports.base()));
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
