package org.entente.access.revision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Objects;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The revision that a request builds on, if it says so with {@code If-Match} (RFC 9110 section 13.1.1). */
@RequestScoped
public class Revision {
    private static final String ANY = "*";

    private @Nullable String ifMatch;

    Revision(HttpHeaders headers) {
        this.ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    }

    /** The entity tag of a revision (RFC 9110 section 8.8.3), strong: every change makes another. */
    public static String tag(Object... parts) {
        return "\""
                + String.join(".", Arrays.stream(parts).map(Object::toString).toList()) + "\"";
    }

    /** Says which revision a page had shown, whose form cannot send {@code If-Match}; null for any. */
    public void seen(@Nullable String tag) {
        ifMatch = tag == null || tag.isEmpty() ? null : "\"" + tag + "\"";
    }

    /** What the request states; to be taken before work that leaves the request's thread. */
    public Expected expected() {
        return new Expected(ifMatch);
    }

    /** What a request expects the resource to be. */
    public record Expected(@Nullable String ifMatch) {

        /** A 412 problem unless the present tag is among those stated; none stated is no expectation. */
        public void require(String present) {
            if (ifMatch == null || ifMatch.strip().equals(ANY)) {
                return;
            }
            boolean isAmong =
                    Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag -> Objects.equals(tag, present));
            if (!isAmong) {
                throw Problem.preconditionFailed("It is not any more what If-Match says; this is what it is now.");
            }
        }
    }
}
