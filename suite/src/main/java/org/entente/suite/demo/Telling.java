package org.entente.suite.demo;

import java.io.PrintWriter;

/** Tells the story line by line and keeps count of what did not happen as it must. */
final class Telling {

    private final PrintWriter out;
    private int broken;

    Telling(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
        out.flush();
    }

    void say(String format, Object... arguments) {
        out.println("  " + format.formatted(arguments));
        out.flush();
    }

    /** Says in one line what should have been, unless it was. */
    void expect(boolean held, String format, Object... arguments) {
        if (!held) {
            broken++;
            say("NOT AS EXPECTED: " + format, arguments);
        }
    }

    int broken() {
        return broken;
    }
}
