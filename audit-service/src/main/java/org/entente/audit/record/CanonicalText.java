package org.entente.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.erdtman.jcs.NumberToJSON;

/** Writes a tree in its canonical form (RFC 8785) in one go; what arrives by the thousand is not parsed a second time for it. */
final class CanonicalText {

    // Every whole number up to here is a double of its own (RFC 8785 section 3.2.2.3).
    private static final long LARGEST_EXACT = 1L << 53;

    private final StringBuilder out = new StringBuilder(1024);

    private CanonicalText() {}

    /** Throws {@link PoisonException} for what has no canonical form: numbers beyond doubles, half surrogate pairs. */
    static String of(JsonNode value) {
        CanonicalText text = new CanonicalText();
        text.value(value);
        return text.out.toString();
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.textValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO -> throw new PoisonException("this has no canonical form");
        }
    }

    private void object(JsonNode object) {
        String[] names = new String[object.size()];
        Iterator<String> fields = object.fieldNames();
        for (int i = 0; i < names.length; i++) {
            names[i] = fields.next();
        }
        // By UTF-16 code units (RFC 8785 section 3.2.3).
        Arrays.sort(names);
        out.append('{');
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            string(names[i]);
            out.append(':');
            value(object.get(names[i]));
        }
        out.append('}');
    }

    private void array(JsonNode array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(array.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            long whole = number.longValue();
            if (-LARGEST_EXACT <= whole && whole <= LARGEST_EXACT) {
                out.append(whole);
                return;
            }
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new PoisonException("this has no canonical form");
        }
        try {
            out.append(NumberToJSON.serializeNumber(value));
        } catch (IOException e) {
            throw new PoisonException("this has no canonical form");
        }
    }

    private void string(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!isPair) {
                    throw new PoisonException("this has no canonical form");
                }
                out.append(c);
                i++;
                out.append(string.charAt(i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
