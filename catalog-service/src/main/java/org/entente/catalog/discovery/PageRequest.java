package org.entente.catalog.discovery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Which page of a list: {@code limit} assets after {@code after}. */
record PageRequest(Cursors cursors, Cursor after, int limit) {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_PURPOSE = 64;
    /** Later than any asset, and still an instant for the database. */
    private static final Cursor START =
            new Cursor(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(), new UUID(0, 0));

    static PageRequest of(Cursors cursors, @Nullable String cursor, String limit) {
        return new PageRequest(cursors, cursor == null ? START : cursors.read(cursor), limit(limit));
    }

    /** The cursor of the page after the one that ends there. */
    String next(Cursor last) {
        return cursors.write(last);
    }

    static void requirePurpose(@Nullable String purpose) {
        if (purpose != null && (purpose.isBlank() || purpose.length() > MAX_PURPOSE)) {
            throw Problem.badRequest("purpose", "is not a purpose of the vocabulary");
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw outside();
        }
        throw outside();
    }

    private static Problem outside() {
        return Problem.badRequest("limit", "must be a number from 1 to " + MAX_LIMIT);
    }
}
