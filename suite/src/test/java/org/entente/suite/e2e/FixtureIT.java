package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.entente.suite.demo.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class FixtureIT {

    private final PackagedSuite suite;

    FixtureIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void theFixtureOfAuthZensCertificationIsLoadedByTwoAdministrators() throws IOException {
        // when
        Command.Outcome outcome = suite.command().run("fixture", "authzen");

        // then
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("xaa-policy-2", "authzen-certification", "curl");
        assertThat(asked("alice", "read").at("/decision").asBoolean()).isTrue();
        assertThat(asked("bob", "write").at("/decision").asBoolean()).isFalse();
        JsonNode metadata = suite.client()
                .anonymous()
                .get("/.well-known/authzen-configuration")
                .expect(200)
                .json();
        assertThat(metadata.path("policy_decision_point").asText())
                .isEqualTo(suite.ports().publicUrl());
    }

    private JsonNode asked(String subject, String action) throws IOException {
        JsonNode question = new ObjectMapper().readTree("""
                {"subject": {"type": "user", "id": "%s"}, "action": {"name": "%s"},
                 "resource": {"type": "record", "id": "record-1"}}""".formatted(subject, action));
        Answer answer = suite.client().as("enforcement-point").post("/access/v1/evaluation", question);
        return answer.expect(200).json();
    }
}
