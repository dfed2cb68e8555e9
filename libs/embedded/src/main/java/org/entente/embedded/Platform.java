package org.entente.embedded;

import java.util.Locale;

/** Operating system and processor, in the words of the PostgreSQL archives. */
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String name, String architecture) {
        String lower = name.toLowerCase(Locale.ROOT);
        String system = lower.contains("mac") ? "darwin" : lower.contains("linux") ? "linux" : lower;
        String processor =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
        return new Platform(system, processor);
    }

    boolean isMac() {
        return system.equals("darwin");
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
