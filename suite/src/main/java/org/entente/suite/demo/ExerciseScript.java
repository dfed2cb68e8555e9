package org.entente.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * An exercise with one partner: an indicator rises, the partner is found to have broken its word, asks for synthetic content, is contained,
 * asks again, and is lost.
 */
public record ExerciseScript(Acts acts, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A person of the partner asks for one synthetic portion of shared analysis, which no posture but the normal one lets it have. */
    private static final String QUESTION = """
        {"subject": {"type": "person", "id": "exercise-analyst", "properties": {"partner": "%1$s", "nationalities": ["%1$s"],
           "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "password"}},
         "action": {"name": "view"}, "context": {"purpose": "cyber-defence"},
         "resource": {"type": "asset", "id": "exercise:northern-lights", "properties": {"originator": "XAA",
           "portions": [{"id": "p1", "label": {"policy": "ALLIANCE", "classification": "CONFIDENTIAL",
             "releasableTo": ["%1$s"], "categories": ["shared-analysis"]}}]}}}\
        """;

    private static final String SCRIPT = """
        {"name": "%2$s", "partners": ["%1$s"], "course": "responsible-use", "validFor": "P30D", "passMark": 50,
         "injects": [
           {"id": "rise", "at": "PT0S", "kind": "indicator", "indicator": "ics-intrusion", "value": 85},
           {"id": "breach", "at": "PT0S", "kind": "breach", "partner": "%1$s", "severity": "serious"},
           {"id": "asks", "at": "PT1S", "kind": "request", "partner": "%1$s", "question": %3$s,
            "outcome": {"permitted": 0, "codes": ["posture-limits"]}},
           {"id": "lost", "at": "PT2S", "kind": "lost-partner", "partner": "%1$s"},
           {"id": "asks-again", "at": "PT3S", "kind": "request", "partner": "%1$s", "question": %3$s,
            "outcome": {"permitted": 0, "codes": ["partner-suspended"]}}],
         "reactions": [
           {"id": "contain", "after": "breach", "within": "PT2M", "by": "XAA", "role": "crisis-authority",
            "text": "Keep %1$s contained"},
           {"id": "confirm", "after": "breach", "within": "PT2M", "by": "%1$s", "role": "liaison-officer",
            "text": "Say who was told"}]}\
        """;

    /** The crisis authority drafts it. */
    public static ExerciseScript drafted(Acts acts, String name, String partner) {
        String script = SCRIPT.formatted(partner, name, QUESTION.formatted(partner));
        return new ExerciseScript(
                acts,
                acts.as("xaa-crisis")
                        .post("/crisis/exercises", read(script))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
    }

    /** The path of the exercise, or of something of it. */
    public String path(String of) {
        return "/crisis/exercises/" + id + of;
    }

    /** As whoever conducts it sees it. */
    public JsonNode state() {
        return acts.as("xaa-crisis").get(path("")).expect(200).json();
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
