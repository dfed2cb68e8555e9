package org.entente.suite.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells people at a terminal how far the start is, one line per part. */
public record Progress(PrintStream out) {

    /** Something is ready. */
    public void done(String what, Instant begin) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "  %-24s ready %6.1f s", what, seconds));
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }
}
