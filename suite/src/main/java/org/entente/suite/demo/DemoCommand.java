package org.entente.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./entente demo}: exit code 0 only if everything in the story happened as it must. */
@Command(name = "demo", description = "Performs the story of one asset, one partner and one crisis, and tells it.")
public final class DemoCommand implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "A STIX 2.1 bundle of your own in place of the fictional one.")
    private @Nullable Path bundle;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Home home = Installation.current().home();
        Ports ports = new RunningSuite(home)
                .ports()
                .orElseThrow(() -> new IOException("the suite is not running; ./entente up starts it"));
        Telling telling = new Telling(spec.commandLine().getOut());
        JsonNode content = bundle == null ? SampleBundle.read() : read(bundle);
        String name = bundle == null ? SampleBundle.NAME : bundle.getFileName().toString();
        try (Acts acts =
                new Acts(EntenteClient.of(home, ports), new Made(home.run().resolve("demo")))) {
            new Story(acts, telling).perform(name, content);
        } catch (RefusedException | UncheckedIOException exception) {
            telling.expect(false, "%s", String.valueOf(exception.getMessage()));
        }
        return telling.broken() == 0 ? 0 : BROKEN;
    }

    private static JsonNode read(Path file) throws IOException {
        try {
            return new ObjectMapper().readTree(Files.newBufferedReader(file));
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " does not exist", missing);
        } catch (JsonProcessingException notJson) {
            throw new IOException(file + " is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }
}
