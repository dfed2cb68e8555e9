package org.entente.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.suite.demo.EntenteClient;
import org.entente.suite.launch.RunningSuite;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a fixture into a running suite by the calls that anyone would make. */
@Command(name = "fixture", description = "load a fixture into the running suite")
final class FixtureCommand implements Callable<Integer> {

    private static final String PROPOSER = "xaa-policy";
    private static final String APPROVER = "xaa-policy-2";
    private static final String QUESTION =
            "{\"subject\": {\"type\": \"user\", \"id\": \"alice\"}, \"action\": {\"name\": \"read\"},"
                    + " \"resource\": {\"type\": \"record\", \"id\": \"record-1\"}}";

    /** What there is to load. */
    enum Fixture {
        /** The fixture of the certification scenario of AuthZEN Authorization API 1.0. */
        authzen
    }

    @Parameters(paramLabel = "FIXTURE", description = "one of: ${COMPLETION-CANDIDATES}")
    private Fixture fixture = Fixture.authzen;

    @Override
    public Integer call() throws IOException {
        Home home = Installation.current().home();
        Ports ports = new RunningSuite(home)
                .ports()
                .orElseThrow(() -> new IOException("Entente is not running (./entente up)"));
        EntenteClient client = EntenteClient.of(home, ports);
        JsonNode rules = read(fixture);
        JsonNode proposed = client.as(PROPOSER)
                .post("/access/house-rules", rules)
                .expect(201)
                .json();
        String name = proposed.path("name").asText();
        int version = proposed.path("version").asInt();
        client.as(APPROVER)
                .send("POST", "/access/house-rules/" + name + "/versions/" + version + "/approval", null)
                .expect(200);
        tell(rules, version, ports.publicUrl());
        return 0;
    }

    private void tell(JsonNode rules, int version, String address) {
        PrintStream out = System.out;
        out.printf(
                "House rules %s v%d are in force, proposed by %s and approved by %s:%n",
                rules.path("name").asText(), version, PROPOSER, APPROVER);
        out.printf("  governed   %s%n", String.join(", ", texts(rules, "/resourceTypes")));
        out.printf("  rules      %s%n", String.join(", ", rules.path("rules").findValuesAsText("name")));
        out.printf("  subjects   %s%n", String.join(", ", rules.path("subjects").findValuesAsText("id")));
        out.printf(
                "  resources  %s%n", String.join(", ", rules.path("resources").findValuesAsText("id")));
        out.printf("%nTry (other paths: /access/v1/evaluations, /access/v1/search/{subject,resource,action})%n");
        out.printf(
                "  curl --cacert \"$(./entente ca)\" -H \"Authorization: Bearer $(./entente token enforcement-point)\" \\%n"
                        + "    -H 'Content-Type: application/json' -d '%s' \\%n    %s/access/v1/evaluation%n",
                QUESTION, address);
    }

    private static List<String> texts(JsonNode document, String pointer) {
        List<String> texts = new ArrayList<>();
        document.at(pointer).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(Fixture fixture) throws IOException {
        try (InputStream resource = FixtureCommand.class.getResourceAsStream("/fixture/" + fixture + ".json")) {
            return new ObjectMapper().readTree(resource);
        }
    }
}
