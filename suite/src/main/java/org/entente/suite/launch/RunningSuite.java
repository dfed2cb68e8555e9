package org.entente.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;

/** What other commands know about the suite that runs in a home. */
public record RunningSuite(Home home) {

    private static final String READY = "ready";

    /** The ports of the suite while it runs, ready or not. */
    public Optional<Ports> ports() throws IOException {
        return state().map(words -> new Ports(Integer.parseInt(words[0])));
    }

    /** Whether every part of it was ready once. */
    public boolean isReady() throws IOException {
        return state().filter(words -> words[1].equals(READY)).isPresent();
    }

    /** The process of the launcher, while it lives. */
    public Optional<ProcessHandle> launcher() {
        return home.pidFile(Part.GATEWAY).living();
    }

    void save(Ports ports, boolean ready) throws IOException {
        Path whole = file().resolveSibling("state.new");
        Files.writeString(whole, ports.base() + " " + (ready ? READY : "starting") + "\n");
        Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file());
        home.pidFile(Part.GATEWAY).delete();
    }

    private Optional<String[]> state() throws IOException {
        if (launcher().isEmpty() || !Files.exists(file())) {
            return Optional.empty();
        }
        String[] words = Files.readString(file()).trim().split(" ");
        return words.length == 2 ? Optional.of(words) : Optional.empty();
    }

    private Path file() {
        return home.run().resolve("state");
    }
}
