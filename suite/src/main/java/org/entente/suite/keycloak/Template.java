package org.entente.suite.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON document with places to fill in, written {@code @{name}}. */
record Template(String name) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("@\\{([^}]*)}");

    /**
     * The document with every place filled in.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    JsonNode fill(Map<String, String> values) {
        Matcher places = PLACE.matcher(text());
        String filled = places.replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(name + " asks for " + place.group(1));
            }
            return Matcher.quoteReplacement(escape(value));
        });
        try {
            return JSON.readTree(filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try (InputStream stream = Template.class.getResourceAsStream("/realms/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no template " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value may hold quotes; in the document it stands between quotes. */
    private static String escape(String value) {
        String quoted = JSON.valueToTree(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
