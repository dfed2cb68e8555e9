package org.entente.suite.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.suite.launch.PartStatus;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows every part: its state, process, port, memory and uptime. Exit code 0 while all are ready. */
@Command(name = "status", description = "show every part; exit code 0 if all are ready")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "for programs to read")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Home home = Installation.current().home();
        Ports ports = new RunningSuite(home).ports().orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
        List<PartStatus> parts = PartStatus.all(home, ports);
        long total = parts.stream().mapToLong(PartStatus::memoryKib).sum();
        boolean ready = parts.stream().allMatch(part -> part.state().equals("ready"));
        if (json) {
            System.out.println(new ObjectMapper()
                    .writeValueAsString(
                            Map.of("ready", ready, "address", ports.publicUrl(), "memoryKib", total, "parts", parts)));
        } else {
            print(parts, total);
        }
        return ready ? 0 : 1;
    }

    private static void print(List<PartStatus> parts, long total) {
        String row = "%-18s %-10s %8s %6s %9s %10s%n";
        System.out.printf(row, "part", "state", "pid", "port", "memory", "up");
        for (PartStatus part : parts) {
            boolean running = part.pid() != 0;
            System.out.printf(
                    Locale.ROOT,
                    row,
                    part.part(),
                    part.state(),
                    running ? part.pid() : "-",
                    part.port(),
                    running ? mebibytes(part.memoryKib()) : "-",
                    running ? uptime(part.uptimeSeconds()) : "-");
        }
        System.out.printf(row, "all", "", "", "", mebibytes(total), "");
    }

    private static String mebibytes(long kib) {
        return kib / 1024 + " MiB";
    }

    private static String uptime(long seconds) {
        Duration uptime = Duration.ofSeconds(seconds);
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }
}
