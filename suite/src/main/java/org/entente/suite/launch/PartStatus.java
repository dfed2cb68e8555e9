package org.entente.suite.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.suite.keycloak.KeycloakComponent;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.process.LeftOvers;
import org.entente.suite.process.Memory;
import org.entente.suite.quarkus.ServiceComponent;

/**
 * How one part is now.
 *
 * @param state {@code ready}, {@code not-ready} or {@code stopped}
 * @param memoryKib resident memory with all children
 */
public record PartStatus(String part, String state, long pid, int port, long memoryKib, long uptimeSeconds) {

    /** Every part of the suite of this home, at the ports it has or would have. */
    public static List<PartStatus> all(Home home, Ports ports) {
        List<PartStatus> all = new ArrayList<>();
        for (Part part : Part.values()) {
            Optional<ProcessHandle> process = new LeftOvers(home).process(part);
            all.add(process.map(running -> of(part, running, ports))
                    .orElseGet(() -> new PartStatus(part.label(), "stopped", 0, ports.of(part), 0, 0)));
        }
        return all;
    }

    private static PartStatus of(Part part, ProcessHandle process, Ports ports) {
        Instant start = process.info().startInstant().orElseGet(Instant::now);
        return new PartStatus(
                part.label(),
                isReady(part, ports) ? "ready" : "not-ready",
                process.pid(),
                ports.of(part),
                // The launcher is the parent of all others, which count for themselves.
                part == Part.GATEWAY ? Memory.residentKib(process) : Memory.residentWithDescendantsKib(process),
                Duration.between(start, Instant.now()).toSeconds());
    }

    private static boolean isReady(Part part, Ports ports) {
        return switch (part) {
            case CATALOG, ACCESS, AUDIT, CRISIS -> ChildProcess.answers(ServiceComponent.readiness(ports, part));
            case KEYCLOAK -> ChildProcess.answers(KeycloakComponent.readiness(ports));
            case GATEWAY, POSTGRESQL, KAFKA -> true; // they are found only while they run
        };
    }
}
