package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as strictly as I-JSON (RFC 7493) asks: no member twice, no lone surrogate, no number beyond a double.
 *
 * <p>A value is a {@code Map}, {@code List}, {@code String}, {@code Double}, {@code Boolean} or {@code null}. The library parses for itself
 * so that a verifier has to trust nothing else.
 */
public final class Json {

    private static final int DEEPEST = 128;
    private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    /** Throws {@link MalformedException} unless the whole text is one JSON value. */
    public static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.require(json.next() == END, "the end");
        return value;
    }

    private static final char END = '\uffff';

    private @Nullable Object value(int depth) {
        require(depth < DEEPEST, "less depth");
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        // Sorted by UTF-16 code units, the order of RFC 8785 section 3.2.3.
        Map<String, @Nullable Object> members = new TreeMap<>();
        position++;
        for (boolean isFirst = true; next() != '}'; isFirst = false) {
            separate(isFirst);
            require(next() == '"', "a name");
            String name = string();
            require(!members.containsKey(name), "each name once");
            require(next() == ':', "a colon");
            position++;
            members.put(name, value(depth + 1));
        }
        position++;
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        position++;
        for (boolean isFirst = true; next() != ']'; isFirst = false) {
            separate(isFirst);
            items.add(value(depth + 1));
        }
        position++;
        return items;
    }

    private void separate(boolean isFirst) {
        if (!isFirst) {
            require(next() == ',', "a comma");
            position++;
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        position++;
        while (current() != '"') {
            char c = current();
            require(c >= ' ' && position < text.length(), "a character");
            position++;
            string.append(c == '\\' ? escaped() : c);
        }
        position++;
        boolean isUnicode =
                string.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        require(isUnicode, "whole characters");
        return string.toString();
    }

    private char escaped() {
        char c = current();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an escape");
        };
    }

    private char unicode() {
        require(position + 4 <= text.length(), "four digits");
        String digits = text.substring(position, position + 4);
        require(digits.matches("[0-9a-fA-F]{4}"), "four digits");
        position += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private @Nullable Object literal(String word, @Nullable Boolean value) {
        require(text.startsWith(word, position), word);
        position += word.length();
        return value;
    }

    private Double number() {
        int start = position;
        while ("+-.eE0123456789".indexOf(current()) >= 0) {
            position++;
        }
        String number = text.substring(start, position);
        require(number.matches(NUMBER), "a value");
        double value = Double.parseDouble(number);
        require(Double.isFinite(value), "a number that a double can hold");
        return value;
    }

    private char next() {
        while (" \t\r\n".indexOf(current()) >= 0) {
            position++;
        }
        return current();
    }

    private char current() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw malformed(expected);
        }
    }

    private MalformedException malformed(String expected) {
        return new MalformedException("JSON needs " + expected + " at character " + position);
    }
}
