package org.entente.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer that is not the one hoped for, told as a problem document (RFC 9457) that names the field at fault. */
public final class Problem extends RuntimeException {
    /** The media type of a problem document (RFC 9457 section 6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final @Nullable String field;
    private final ObjectNode more = JsonNodeFactory.instance.objectNode();
    private @Nullable String challenge;

    private Problem(int status, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.field = field;
    }

    /** A problem with any HTTP status; {@code field} is a JSON pointer (RFC 6901) or the name of a parameter or header. */
    public static Problem of(int status, @Nullable String field, String detail) {
        return new Problem(status, field, detail);
    }

    /** 400: the request cannot be understood as it stands. */
    public static Problem badRequest(String field, String detail) {
        return new Problem(400, field, detail);
    }

    /**
     * 401: the login must be stronger, or fresher (RFC 9470 section 3).
     *
     * @param acr the least assurance that would do
     * @param maxAge how long ago the login may be, in whole seconds; null if that does not matter
     */
    public static Problem strongerLogin(String acr, @Nullable Duration maxAge) {
        Problem problem = new Problem(401, null, "This needs a stronger login than the present one: " + acr + ".");
        ObjectNode stepUp = JsonNodeFactory.instance.objectNode().put("acr", acr);
        String challenge = "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A stronger login is needed\", acr_values=\"" + acr + "\"";
        if (maxAge != null) {
            stepUp.put("maxAge", maxAge.toSeconds());
            challenge += ", max_age=\"" + maxAge.toSeconds() + "\"";
        }
        problem.challenge = challenge;
        return problem.with("stepUp", stepUp);
    }

    /** 403: the caller is known and may not do this. */
    public static Problem forbidden(String detail) {
        return new Problem(403, null, detail);
    }

    /** 404: not there, or not there for this caller; always the same bytes, so that existence stays secret. */
    public static Problem notFound() {
        return new Problem(404, null, "There is no such resource.");
    }

    /** 409: the request contradicts the present state. */
    public static Problem conflict(@Nullable String field, String detail) {
        return new Problem(409, field, detail);
    }

    /** 412: someone else changed the resource first (RFC 9110 section 15.5.13). */
    public static Problem preconditionFailed(String detail) {
        return new Problem(412, null, detail);
    }

    /** 413: more than the stated limit. */
    public static Problem tooLarge(String field, String detail) {
        return new Problem(413, field, detail);
    }

    /** 422: understood, well-formed, and not acceptable. */
    public static Problem unprocessable(String field, String detail) {
        return new Problem(422, field, detail);
    }

    /** 503: something this answer needs is not there now; nothing was given away and nothing was stored by half. */
    public static Problem unavailable(String detail) {
        return new Problem(503, null, detail);
    }

    /** The same problem of a document that is part of another, where it stands at that pointer. */
    public Problem beneath(String pointer) {
        String within = field == null || field.isEmpty() || field.startsWith("/")
                ? Objects.requireNonNullElse(field, "")
                : "/" + field.replace('.', '/');
        Problem moved = new Problem(status, pointer + within, detail());
        moved.more.setAll(more);
        moved.challenge = challenge;
        return moved;
    }

    /** Adds an extension member (RFC 9457 section 3.2) to the document. */
    public Problem with(String member, JsonNode value) {
        more.set(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** The field at fault, as a JSON pointer (RFC 6901) or the name of a parameter or header. */
    public @Nullable String field() {
        return field;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** The document as an answer; for mappers of exceptions that are not ours. */
    public Response response(ObjectMapper json) {
        ObjectNode document = json.createObjectNode();
        document.put("type", "about:blank");
        Response.Status known = Response.Status.fromStatusCode(status);
        document.put("title", known == null ? "Error" : known.getReasonPhrase());
        document.put("status", status);
        document.put("detail", detail());
        if (field != null) {
            document.put("field", field);
        }
        document.setAll(more);
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(document.toString());
        if (status == 503) {
            response.header("Retry-After", "1");
        }
        if (challenge != null) {
            response.header("WWW-Authenticate", challenge);
        }
        return response.header("Cache-Control", "no-store").build();
    }
}
