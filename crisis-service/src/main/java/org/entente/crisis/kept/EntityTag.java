package org.entente.crisis.kept;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110 section 8.8.3): the number of the last change, quoted. */
public final class EntityTag {
    private EntityTag() {}

    /** An answer under the tag of what it shows. */
    public static Response answer(Kept<?> kept, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, of(kept.version())).build();
    }

    /** A 412 problem unless the tag is among those stated; none stated is no expectation (RFC 9110 section 13.1.1). */
    public static void require(long version, @Nullable String expected) {
        if (expected != null
                && Arrays.stream(expected.split(","))
                        .map(String::strip)
                        .noneMatch(tag -> tag.equals("*") || tag.equals(of(version)))) {
            throw Problem.preconditionFailed("It was changed since; this is what it has become.");
        }
    }

    private static String of(long version) {
        return "\"" + version + "\"";
    }
}
