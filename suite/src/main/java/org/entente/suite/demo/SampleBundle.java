package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A small STIX 2.1 bundle of the project's own making, with TLP 2.0, granular and label markings; everything in it is fictional. */
public final class SampleBundle {

    static final String NAME = "harbour-lights.json";

    private SampleBundle() {}

    public static JsonNode read() {
        try (InputStream resource = SampleBundle.class.getResourceAsStream("/demo/" + NAME)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
