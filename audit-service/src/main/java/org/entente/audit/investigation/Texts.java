package org.entente.audit.investigation;

import java.time.Instant;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What input has to be; each refused with a problem that names the field. */
final class Texts {

    static final int LINE = 200;
    static final int PAGE = 20_000;

    private Texts() {}

    /** The body of a request. */
    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Problem.badRequest("", "is missing");
        }
        return body;
    }

    static String required(@Nullable String text, String field, int longest) {
        if (text == null || text.isBlank()) {
            throw Problem.badRequest(field, "is missing");
        }
        if (text.length() > longest) {
            throw Problem.badRequest(field, "has more than " + longest + " characters");
        }
        return text.strip();
    }

    static @Nullable String optional(@Nullable String text, String field, int longest) {
        return text == null ? null : required(text, field, longest);
    }

    /** An instant to come, within ten years. */
    static Instant date(@Nullable Instant date, String field) {
        Instant now = Instant.now();
        if (date == null || !date.isAfter(now) || date.isAfter(now.plusSeconds(3_653L * 86_400))) {
            throw Problem.badRequest(field, "is not an instant within the next ten years");
        }
        return date;
    }

    static String nation(@Nullable String code, String field) {
        if (code == null || !code.matches("[A-Z]{3}")) {
            throw Problem.badRequest(field, "is not the code of a nation");
        }
        return code;
    }
}
