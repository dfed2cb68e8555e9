package org.entente.access.version;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.access.epoch.Epoch;
import org.entente.http.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what others may change at the same time: with entity tags and {@code If-Match} (RFC 9110 section 13.1.1). Who
 * comes second gets a 412 problem with the new state, whether or not a tag was sent.
 */
@RequestScoped
public class Contested {
    private static final String ANYTHING = "*";
    private static final String UNIQUE_VIOLATION = "23505";

    private final HttpHeaders headers;
    private final ObjectMapper json;
    private @Nullable String seen;

    Contested(HttpHeaders headers, ObjectMapper json) {
        this.headers = headers;
        this.json = json;
    }

    /** Says which version a page had shown, whose form cannot send {@code If-Match}; null for any. */
    public void seen(@Nullable String version) {
        seen = version == null || version.isEmpty() ? null : "\"" + version + "\"";
    }

    /**
     * A change in one transaction.
     *
     * @param find reads what is to be changed
     * @param act changes it
     * @param view what is shown of it, under its tag
     */
    public <E extends Versioned> Uni<Response> change(
            Supplier<Uni<E>> find, Function<E, Uni<?>> act, Function<E, Object> view) {
        String expected = seen == null ? headers.getHeaderString(HttpHeaders.IF_MATCH) : seen;
        return Epoch.change(() -> find.get()
                        .invoke(found -> require(found.version(), expected))
                        .call(act::apply)
                        .call(() -> Panache.getSession().chain(session -> session.flush()))
                        .map(changed -> tagged(changed.version(), view.apply(changed))))
                .onFailure(ConstraintViolationException.class)
                .transform(Contested::made)
                .onFailure(Contested::isLate)
                .recoverWithUni(fault -> Panache.withSession(find).map(present -> {
                    throw ((Problem) fault).with("current", json.valueToTree(view.apply(present)));
                }));
    }

    /** What is shown of something under its tag. */
    public static Response tagged(long version, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, tag(version)).build();
    }

    /** Of two who make what was not there, one comes second, too. */
    private static Throwable made(Throwable fault) {
        return UNIQUE_VIOLATION.equals(((ConstraintViolationException) fault).getSQLState())
                ? Problem.preconditionFailed("Someone else made it first; this is what it has become.")
                : fault;
    }

    private static boolean isLate(Throwable fault) {
        return fault instanceof Problem problem && problem.status() == 412;
    }

    private static void require(long version, @Nullable String expected) {
        if (expected != null
                && Arrays.stream(expected.split(","))
                        .map(String::trim)
                        .noneMatch(tag -> tag.equals(ANYTHING) || tag.equals(tag(version)))) {
            throw Problem.preconditionFailed("It was changed since; this is what it has become.");
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
