package org.entente.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;

/** The logs of this run and of the one before. */
record Logs(Home home) {

    /** Begins new logs; the previous run's stay beside them. */
    void rotate() throws IOException {
        for (Part part : Part.values()) {
            Path log = home.log(part);
            if (Files.exists(log)) {
                Path previous = log.resolveSibling(part.label() + ".previous.log");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
