package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.catalog.contribution.StixTypes.Property;
import org.jspecify.annotations.Nullable;

/** The kinds of values that properties of STIX objects have (STIX 2.1, section 2). */
final class Kinds {
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    /** STIX 2.1, section 10.7: hexadecimal digits of the common algorithms. */
    private static final Map<String, Integer> DIGITS =
            Map.of("MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128, "SHA3-256", 64, "SHA3-512", 128);

    private static final Pattern ALGORITHM = Pattern.compile("[a-zA-Z0-9_-]{3,250}");

    private Kinds() {}

    /** What keeps a value from being of its kind; nothing where it is. */
    static @Nullable String fault(Property property, JsonNode value) {
        return switch (property.kind()) {
            case 's' -> unless(value.isTextual(), "is not text");
            case 't' -> unless(isTimestamp(value), "is not a timestamp such as 2026-11-23T10:00:00.000Z");
            case 'i' -> unless(value.isIntegralNumber() && value.canConvertToLong(), "is not an integer");
            case 'n' -> unless(value.isNumber(), "is not a number");
            case 'b' -> unless(value.isBoolean(), "is neither true nor false");
            case 'o' -> unless(value.isObject(), "is not a dictionary");
            case 'p' -> unless(value.isArray(), "is not a list");
            case 'x' ->
                unless(matches(HEXADECIMAL, value) && value.textValue().length() % 2 == 0, "is not hexadecimal");
            case 'y' -> unless(matches(BASE64, value) && value.textValue().length() % 4 == 0, "is not base64");
            case 'l' -> unless(isListOf(value, JsonNode::isTextual), "is not a list of texts");
            case 'h' -> unless(value.isObject() && areHashes(value), "is not a dictionary of hashes");
            case 'e' -> unless(isListOf(value, Kinds::isExternalReference), "is not a list of external references");
            case 'k' -> unless(isListOf(value, Kinds::isKillChainPhase), "is not a list of kill chain phases");
            case 'r' -> unless(isReference(value, property.of()), "is not a reference" + to(property));
            case 'R' ->
                unless(
                        isListOf(value, element -> isReference(element, property.of())),
                        "is not a list of references" + to(property));
            default -> throw new IllegalStateException("There is no kind " + property.kind() + ".");
        };
    }

    static boolean isTimestamp(JsonNode value) {
        if (!matches(TIMESTAMP, value)) {
            return false;
        }
        try {
            Instant.parse(value.textValue());
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static @Nullable String unless(boolean holds, String fault) {
        return holds ? null : fault;
    }

    private static String to(Property property) {
        return property.of().isEmpty()
                ? ""
                : " to " + String.join(" or ", property.of().stream().sorted().toList());
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }

    private static boolean isListOf(JsonNode value, Predicate<JsonNode> element) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode one : value) {
            if (!element.test(one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReference(JsonNode value, Set<String> types) {
        String id = value.asText();
        return value.isTextual()
                && StixRules.isId(id)
                && (types.isEmpty() || types.contains(id.substring(0, id.indexOf("--"))));
    }

    private static boolean areHashes(JsonNode hashes) {
        return hashes.properties().stream()
                .allMatch(hash -> ALGORITHM.matcher(hash.getKey()).matches()
                        && hash.getValue().isTextual()
                        && (!DIGITS.containsKey(hash.getKey())
                                || matches(HEXADECIMAL, hash.getValue())
                                        && hash.getValue().textValue().length() == DIGITS.get(hash.getKey())));
    }

    private static boolean isExternalReference(JsonNode value) {
        return value.isObject() && value.path("source_name").isTextual();
    }

    private static boolean isKillChainPhase(JsonNode value) {
        return value.path("kill_chain_name").isTextual()
                && value.path("phase_name").isTextual();
    }
}
