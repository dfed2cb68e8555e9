package org.entente.catalog.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.entente.catalog.information.InformationPolicy;
import org.entente.label.Label;
import org.entente.label.MarkingPolicies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryEffectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final String TIDES = "[{\"name\": \"tides\"}]";
    private static final String TIDES_OWNED = "[{\"name\": \"tides\", \"ownersRequired\": true}]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the same                     | [{\"name\": \"tides\"}] | [{\"name\": \"tides\"}]                          | [\"tides\"]     | safe",
                "one more                     | [{\"name\": \"tides\"}] | [{\"name\": \"tides\"}, {\"name\": \"ice\"}]     | [\"tides\"]     | safe",
                "another rule                 | [{\"name\": \"tides\"}] | [{\"name\": \"tides\", \"rules\": [\"Heed.\"]}]  | [\"tides\"]     | safe",
                "gone, and in use             | [{\"name\": \"tides\"}] | []                                               | [\"tides\"]     | unreadable",
                "gone, and not in use         | [{\"name\": \"tides\"}] | []                                               | [\"sensitive\"] | safe",
                "owners from now on           | [{\"name\": \"tides\"}] | [{\"name\": \"tides\", \"ownersRequired\": true}] | [\"tides\"]    | unreadable",
                "owners, but not in use       | [{\"name\": \"tides\"}] | [{\"name\": \"tides\", \"ownersRequired\": true}] | [\"public\"]   | safe",
            })
    void ofACategoryAreFound(String what, String before, String after, String used, String outcome) {
        Report report = report(before, after, "\"categories\": " + used);

        assertThat(said(report)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"tides,widened", "sensitive,safe"})
    void protectionStaysWhereItIsInUse(String used, String outcome) {
        Report report = report(
                TIDES_OWNED, TIDES, "\"categories\": [\"" + used + "\"], \"proprietaryOwners\": [\"XAA-WATER\"]");

        assertThat(said(report)).isEqualTo(outcome);
    }

    private static Report report(String before, String after, String said) {
        StoredLabel label = new StoredLabel("label", label(said));
        return new CategoryEffects(policy(before), policy(after), MarkingPolicies.builtIn()).of(FROM, List.of(label));
    }

    private static String said(Report report) {
        if (report.isSafe()) {
            return "safe";
        }
        return report.unreadable().isEmpty() ? "widened" : "unreadable";
    }

    private static InformationPolicy policy(String categories) {
        try {
            return JSON.readValue("{\"categories\": " + categories + "}", InformationPolicy.class);
        } catch (JsonProcessingException exception) {
            throw new AssertionError(exception);
        }
    }

    private static Label label(String said) {
        try {
            return Label.of(JSON.readTree(
                    "{\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\", \"originator\": \"XAA\"," + said
                            + "}"));
        } catch (JsonProcessingException exception) {
            throw new AssertionError(exception);
        }
    }
}
