package org.entente.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a part has written since the last start. */
@Command(name = "logs", description = "print the log of a part")
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "catalog-service, keycloak, postgresql, …")
    private String name = "";

    @Option(names = "-f", description = "go on printing what is added")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Part part = Part.named(name)
                .filter(known -> known != Part.GATEWAY)
                .orElseThrow(() -> new IOException("there is no log of " + name + "; parts with one: " + parts()));
        Path file = Installation.current().home().log(part);
        if (!Files.exists(file)) {
            throw new IOException(part + " has not written anything yet");
        }
        LogFile log = new LogFile(file);
        log.news().forEach(System.out::println);
        while (follow) {
            Thread.sleep(300);
            log.news().forEach(System.out::println);
        }
        return 0;
    }

    private static String parts() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.GATEWAY)
                .map(Part::label)
                .collect(Collectors.joining(", "));
    }
}
