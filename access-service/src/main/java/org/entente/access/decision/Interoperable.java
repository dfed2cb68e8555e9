package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import org.entente.http.Problem;
import org.entente.http.StorableText;

/**
 * Requires of a request that its record can say exactly the same: a canonical form (RFC 8785) exists only for what every
 * party reads alike (I-JSON, RFC 7493), and a decision must be replayed on what it was taken on.
 */
final class Interoperable {
    private static final double LARGEST_WHOLE = 9_007_199_254_740_991.0; // 2⁵³ − 1

    private final StringBuilder pointer = new StringBuilder();

    private Interoperable() {}

    /** @throws Problem 400 naming the first string with half a surrogate pair or U+0000, or number beyond a double */
    static void require(ObjectNode request) {
        new Interoperable().check(request);
    }

    private void check(JsonNode node) {
        if (node.isTextual()) {
            checkText(node.textValue());
        } else if (node.isNumber()) {
            checkNumber(node);
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                checkWithin(Integer.toString(index), node.get(index));
            }
        } else {
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                checkWithin(escaped(field.getKey()), field.getValue());
            }
        }
    }

    private static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }

    private void checkWithin(String step, JsonNode node) {
        int length = pointer.length();
        pointer.append('/').append(step);
        checkText(step);
        check(node);
        pointer.setLength(length);
    }

    /** Names as well as values; U+0000 is a character, but one that no text in PostgreSQL can hold. */
    private void checkText(String text) {
        if (!StorableText.isStorable(text)) {
            throw Problem.badRequest(writable(), "has U+0000 or half a surrogate pair");
        }
    }

    private void checkNumber(JsonNode number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value) || (number.isIntegralNumber() && Math.abs(value) > LARGEST_WHOLE)) {
            throw Problem.badRequest(writable(), "is a number that not every party reads alike (RFC 7493)");
        }
    }

    private String writable() {
        return pointer.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
