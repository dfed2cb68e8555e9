package org.entente.suite.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resident memory of processes. */
public final class Memory {

    private Memory() {}

    /** Resident memory of one process, in KiB. */
    public static long residentKib(ProcessHandle process) {
        return sum(Stream.of(process));
    }

    /** Resident memory of a process and all its descendants, in KiB; pages that they share count for each. */
    public static long residentWithDescendantsKib(ProcessHandle process) {
        return sum(Stream.concat(Stream.of(process), process.descendants()));
    }

    private static long sum(Stream<ProcessHandle> processes) {
        String ids = processes.map(handle -> Long.toString(handle.pid())).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", ids)).start();
            String output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return output.lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty())
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            return 0; // no ps on this machine: a figure is missing, nothing else
        }
    }
}
