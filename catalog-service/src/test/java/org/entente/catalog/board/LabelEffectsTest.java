package org.entente.catalog.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabelEffectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final String TRIO = alliance("{\"code\": \"XAA\"}, {\"code\": \"XBB\"}, {\"code\": \"XCC\"}");
    private static final String NATIONAL = """
            {"name": "XBB", "levels": [{"name": "OPEN", "is": "UNCLASSIFIED"}, {"name": "CLOSED", "is": "SECRET"}],
             "groups": []}""";

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("the same", TRIO, "safe"),
                Arguments.of("a member less", alliance("{\"code\": \"XAA\"}, {\"code\": \"XBB\"}"), "safe"),
                Arguments.of(
                        "another group besides",
                        TRIO.replace("]}]}", "]}, {\"code\": \"DUET\", \"members\": [{\"code\": \"XDD\"}]}]}"),
                        "safe"),
                Arguments.of(
                        "a member more",
                        alliance("{\"code\": \"XAA\"}, {\"code\": \"XBB\"}, {\"code\": \"XCC\"}, {\"code\": \"XDD\"}"),
                        "widened"),
                Arguments.of("another member", alliance("{\"code\": \"XAA\"}, {\"code\": \"XDD\"}"), "widened"),
                Arguments.of(
                        "a member more, later",
                        alliance("{\"code\": \"XAA\"}, {\"code\": \"XDD\", \"from\": \"2030-05-01\"}"),
                        "widened"),
                Arguments.of(
                        "a member more, long ago",
                        alliance("{\"code\": \"XAA\"}, {\"code\": \"XDD\", \"until\": \"2020-05-01\"}"),
                        "safe"),
                Arguments.of("the group gone", alliance(""), "safe"),
                Arguments.of("the group unknown", "{\"name\": \"ALLIANCE\", \"groups\": []}", "unreadable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void ofAGroupAreFound(String what, String after, String outcome) {
        Report report = report(TRIO, after, label("ALLIANCE", "SECRET", "TRIO"));

        assertThat(said(report)).isEqualTo(outcome);
    }

    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.of("the same", NATIONAL, "safe"),
                Arguments.of("worth more", NATIONAL.replace("\"SECRET\"", "\"TOP-SECRET\""), "safe"),
                Arguments.of("worth less", NATIONAL.replace("\"SECRET\"", "\"CONFIDENTIAL\""), "widened"),
                Arguments.of("gone", NATIONAL.replace("\"CLOSED\"", "\"SHUT\""), "unreadable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    void ofALevelAreFound(String what, String after, String outcome) {
        Report report = report(NATIONAL, after, label("XBB", "CLOSED", "XCC"));

        assertThat(said(report)).isEqualTo(outcome);
    }

    @Test
    void ofAClearanceThatReadsMoreAreFound() {
        Report report = report(
                NATIONAL,
                NATIONAL.replace("\"UNCLASSIFIED\"", "\"RESTRICTED\""),
                label("ALLIANCE", "RESTRICTED", "XCC"));

        assertThat(said(report)).isEqualTo("widened");
    }

    @Test
    void ofLabelsThatNameNoGroupAreNone() {
        Report report = report(TRIO, alliance("{\"code\": \"XDD\"}"), label("ALLIANCE", "SECRET", "XBB"));

        assertThat(said(report)).isEqualTo("safe");
        assertThat(report.compared()).isEqualTo(1);
    }

    private static String said(Report report) {
        return report.isSafe() ? "safe" : report.widened().isEmpty() ? "unreadable" : "widened";
    }

    private static Report report(String before, String after, StoredLabel label) {
        return LabelEffects.of(labels(before), labels(after), FROM, List.of(label));
    }

    private static Labels labels(String policy) {
        return new Labels(MarkingPolicies.of(List.of(MarkingPolicy.of(read(policy)))), InformationCategories.builtIn());
    }

    private static StoredLabel label(String policy, String classification, String releasableTo) {
        return new StoredLabel("l-1", Label.of(read("""
                {"policy": "%s", "classification": "%s", "originator": "XAA", "releasableTo": ["%s"],
                 "categories": ["sensitive"]}""".formatted(policy, classification, releasableTo))));
    }

    private static String alliance(String members) {
        return "{\"name\": \"ALLIANCE\", \"groups\": [{\"code\": \"TRIO\", \"members\": [" + members + "]}]}";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
