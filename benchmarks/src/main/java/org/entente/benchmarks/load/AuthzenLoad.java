package org.entente.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.benchmarks.load.Measurement.Lengths;
import org.entente.suite.demo.Acts;
import org.entente.suite.layout.Part;

/** AuthZEN evaluations over HTTP, each permitted and recorded, beside what the same service does when it does nothing. */
final class AuthzenLoad {
    private static final String QUESTION = """
            {"subject": {"type": "person", "id": "analyst", "properties": {"partner": "XBB", "nationalities": ["XBB"],
               "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "otp"}},
             "action": {"name": "view"},
             "resource": {"type": "asset", "id": "benchmark", "properties": {"originator": "XAA",
               "portions": [{"id": "p1", "label": {"policy": "ALLIANCE", "classification": "RESTRICTED",
                  "releasableTo": ["XBB"], "categories": ["situational-awareness"]}}]}},
             "context": {"purpose": "cyber-defence"}}""";
    static final String NOT_FLUSHED = "-Dquarkus.datasource.reactive.additional-properties.synchronous_commit=off";

    private AuthzenLoad() {}

    static void main(String[] arguments) throws IOException {
        Lengths lengths = Lengths.of(arguments);
        Suite suite = Suite.running();
        String token = suite.token("enforcement-point");
        List<Measurement> measured = new ArrayList<>();
        String flush;
        try (Acts acts = suite.agreed();
                Paused others = Paused.services(suite)) {
            try (ServiceProcess service = ServiceProcess.start(suite, Part.ACCESS)) {
                measured.add(
                        Measurement.of("empty endpoint", metadata(service), lengths, () -> suite.settle(Part.ACCESS)));
                measured.add(Measurement.of(
                        "evaluation, durable record",
                        evaluation(service, token),
                        lengths,
                        () -> suite.settle(Part.ACCESS)));
            }
            try (ServiceProcess service = ServiceProcess.start(suite, Part.ACCESS, NOT_FLUSHED)) {
                measured.add(Measurement.of(
                        "evaluation, record not flushed",
                        evaluation(service, token),
                        lengths,
                        () -> suite.settle(Part.ACCESS)));
            }
            flush = PlainFlush.row(suite.home().folder(), lengths.warmUp());
        }
        System.out.println(Measurement.head("over HTTP"));
        measured.forEach(measurement -> System.out.println(measurement.row()));
        System.out.println(flush);
    }

    private static Call metadata(ServiceProcess service) {
        return new Call(service.address() + "/.well-known/authzen-configuration", null, null, "policy_decision_point");
    }

    private static Call evaluation(ServiceProcess service, String token) {
        return new Call(service.address() + "/access/v1/evaluation", token, QUESTION, "\"decision\":true");
    }
}
