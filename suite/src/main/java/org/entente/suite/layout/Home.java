package org.entente.suite.layout;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.embedded.Folders;
import org.entente.embedded.PidFile;

/** The folder (mode 700) that holds all state of one suite. */
public record Home(Path folder) {

    /** Opens the folder, and makes it where it is missing. */
    public static Home open(Path folder) throws IOException {
        return new Home(Folders.createPrivate(folder.toAbsolutePath().normalize()));
    }

    public Path data(Part part) {
        return folder.resolve("data").resolve(part.label());
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** What the part writes to its output. */
    public Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    public PidFile pidFile(Part part) {
        return new PidFile(run().resolve(part.label() + ".pid"));
    }

    /** What holds only while the suite runs. */
    public Path run() {
        return folder.resolve("run");
    }

    /** The development authority and the gateway's certificate. */
    public Path certificates() {
        return folder.resolve("certificates");
    }

    public Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    /** Removes data, secrets and logs; the development authority stays, since browsers may trust it by now. */
    public void reset() throws IOException {
        for (String name : new String[] {"data", "secrets", "logs", "run"}) {
            Folders.delete(folder.resolve(name));
        }
    }
}
