package org.entente.catalog.correlation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.catalog.correlation.Feature.Kind;

/** What a STIX object is about: the observables that it is or looks for, whom it names, what it sights. */
final class Features {
    /** Observables by the property that says which one it is. */
    private static final Map<String, String> PROPERTY = Map.of(
            "ipv4-addr", "value",
            "ipv6-addr", "value",
            "domain-name", "value",
            "url", "value",
            "email-addr", "value",
            "mac-addr", "value",
            "mutex", "name",
            "windows-registry-key", "key",
            "autonomous-system", "number",
            "x509-certificate", "serial_number");

    private static final Set<String> HASHED = Set.of("file", "artifact", "x509-certificate");
    /** STIX 2.1, section 9: the comparisons that name a value, or several; literals stand there as their numbers. */
    private static final Pattern COMPARISON =
            Pattern.compile("([a-z0-9-]+):([A-Za-z0-9_.'-]+)\\s*(?:=\\s*('\\d+'|\\d+)|IN\\s*\\(([^)]*)\\))");

    private static final Pattern LITERAL = Pattern.compile("'(\\d+)'|(\\d+)");
    private static final int LONGEST_PATTERN = 100_000;
    private static final int MOST = 1_000;

    private final Set<Feature> found = new LinkedHashSet<>();

    private Features() {}

    /** All of them, up to a limit. */
    static Set<Feature> of(JsonNode object) {
        Features features = new Features();
        features.read(object);
        return features.found;
    }

    private void read(JsonNode object) {
        String type = object.path("type").asText();
        switch (type) {
            case "identity" ->
                add(Normal.name(object.path("name").asText()), name -> new Feature(Kind.IDENTITY, type, name, true));
            case "indicator" -> {
                if (object.path("pattern_type").asText().equals("stix")) {
                    readPattern(object.path("pattern").asText());
                }
            }
            case "sighting" -> {
                String sighted = object.path("sighting_of_ref").asText().toLowerCase(Locale.ROOT);
                add(Optional.of(sighted), id -> new Feature(Kind.SIGHTING, "object", id, false));
            }
            default -> readObservable(type, object);
        }
        if (object.has("modified") && !type.equals("sighting")) {
            String id = object.path("id").asText().toLowerCase(Locale.ROOT);
            add(Optional.of(id), held -> new Feature(Kind.SIGHTING, "object", held, true));
        }
    }

    private void readObservable(String type, JsonNode object) {
        String property = PROPERTY.get(type);
        if (property != null) {
            observable(type, object.path(property).asText());
        }
        if (HASHED.contains(type)) {
            object.path("hashes")
                    .properties()
                    .forEach(hash -> hash(hash.getKey(), hash.getValue().asText()));
        }
    }

    private void readPattern(String pattern) {
        List<String> literals = new ArrayList<>();
        String outline = pattern.length() > LONGEST_PATTERN ? "" : outline(pattern, literals);
        Matcher comparisons = COMPARISON.matcher(outline);
        while (comparisons.find()) {
            String path = comparisons.group(2);
            String values = comparisons.group(3) == null ? comparisons.group(4) : comparisons.group(3);
            Matcher found = LITERAL.matcher(values);
            while (found.find()) {
                String value = found.group(1) == null ? found.group(2) : literals.get(Integer.parseInt(found.group(1)));
                compared(comparisons.group(1), path, value, literals);
            }
        }
    }

    private void compared(String type, String path, String value, List<String> literals) {
        if (path.startsWith("hashes.") && HASHED.contains(type)) {
            String name = path.substring("hashes.".length());
            Matcher quoted = LITERAL.matcher(name);
            hash(
                    name.startsWith("'") && quoted.matches() ? literals.get(Integer.parseInt(quoted.group(1))) : name,
                    value);
        } else if (path.equals(PROPERTY.get(type))) {
            observable(type, value);
        }
    }

    /** The pattern with a number in place of each literal: those may be long, and hold anything. */
    private static String outline(String pattern, List<String> literals) {
        StringBuilder outline = new StringBuilder();
        int index = 0;
        while (index < pattern.length()) {
            char next = pattern.charAt(index++);
            outline.append(next);
            if (next == '\'') {
                StringBuilder literal = new StringBuilder();
                while (index < pattern.length() && pattern.charAt(index) != '\'') {
                    index += pattern.charAt(index) == '\\' && index + 1 < pattern.length() ? 1 : 0;
                    literal.append(pattern.charAt(index++));
                }
                index++;
                outline.append(literals.size()).append('\'');
                literals.add(literal.toString());
            }
        }
        return outline.toString();
    }

    private void observable(String type, String value) {
        add(Normal.observable(type, value), normal -> Feature.observable(type, normal));
    }

    /** A hash is that of the bytes, whatever they are called. */
    private void hash(String algorithm, String value) {
        String name = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        add(Normal.hash(value), normal -> Feature.observable("hash-" + name, normal));
    }

    private void add(Optional<String> normal, Function<String, Feature> feature) {
        if (found.size() < MOST) {
            normal.filter(value -> !value.isBlank()).map(feature).ifPresent(found::add);
        }
    }
}
