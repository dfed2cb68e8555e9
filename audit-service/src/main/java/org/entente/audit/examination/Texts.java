package org.entente.audit.examination;

import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What input has to be; each refused with a problem that names the field. */
final class Texts {

    private static final int LINE = 200;
    private static final int PAGE = 20_000;

    private Texts() {}

    static String line(@Nullable String text, String field) {
        return required(text, field, LINE);
    }

    static String page(@Nullable String text, String field) {
        return required(text, field, PAGE);
    }

    static String nation(@Nullable String code, String field) {
        if (code == null || !code.matches("[A-Z]{3}")) {
            throw Problem.badRequest(field, "is not the code of a nation");
        }
        return code;
    }

    static long number(long value, long least, long most, String field) {
        if (value < least || value > most) {
            throw Problem.badRequest(field, "is not a number from " + least + " to " + most);
        }
        return value;
    }

    private static String required(@Nullable String text, String field, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw Problem.badRequest(field, "is not a text of 1 to " + longest + " characters");
        }
        return text.strip();
    }
}
