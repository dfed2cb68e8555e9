package org.entente.crisis.input;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Checks of single fields. Each takes the JSON pointer (RFC 6901) of the field and its value as read, which may be
 * absent, and throws a 400 problem that names the field.
 */
public final class Field {
    /** The longest list that any request may contain. */
    static final int MAX_ITEMS = 64;

    private static final int MAX_WORD = 64;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Field() {}

    /** The value, which must be there. */
    public static <T> T present(String pointer, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest(pointer, "is missing");
        }
        return value;
    }

    /** Text for people: 1 to {@code max} characters, not only blanks, no control characters but line breaks. */
    public static void text(String pointer, @Nullable String value, int max) {
        String text = present(pointer, value);
        if (text.isBlank() || text.length() > max) {
            throw Problem.badRequest(pointer, "must have 1 to " + max + " characters");
        }
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n')) {
            throw Problem.badRequest(pointer, "must not contain control characters");
        }
    }

    /** A name in lower-case words joined by hyphens. */
    public static void word(String pointer, @Nullable String value) {
        String word = present(pointer, value);
        if (word.length() > MAX_WORD || !WORD.matcher(word).matches()) {
            throw Problem.badRequest(
                    pointer, "must be lower-case words joined by hyphens, at most " + MAX_WORD + " characters");
        }
    }

    public static void range(String pointer, @Nullable Integer value, int from, int to) {
        int number = present(pointer, value);
        if (number < from || number > to) {
            throw Problem.badRequest(pointer, "must be from " + from + " to " + to);
        }
    }

    /** A span of whole seconds (ISO 8601), more than none. */
    public static void duration(String pointer, @Nullable Duration value, Duration max) {
        Duration span = present(pointer, value);
        if (span.compareTo(Duration.ofSeconds(1)) < 0 || span.compareTo(max) > 0 || span.toNanosPart() != 0) {
            throw Problem.badRequest(pointer, "must be whole seconds from PT1S to " + max);
        }
    }

    /** A list that is not empty, says nothing twice, and whose items all pass {@code check}. */
    public static void list(String pointer, @Nullable List<String> values, BiConsumer<String, @Nullable String> check) {
        List<String> items = present(pointer, values);
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw Problem.badRequest(pointer, "must have 1 to " + MAX_ITEMS + " items");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < items.size(); index++) {
            String item = pointer + "/" + index;
            check.accept(item, items.get(index));
            if (!seen.add(items.get(index))) {
                throw Problem.badRequest(item, "stands there twice");
            }
        }
    }
}
