package org.entente.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem document; the only such place. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @Inject
    ObjectMapper json;

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return problem.response(json);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException exception) {
        return told(exception).response(json);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException exception) {
        return told(exception).response(json);
    }

    /** Bytes of another encoding than they seem to be of. */
    @ServerExceptionMapper
    Response undecodable(CharConversionException exception) {
        return Problem.badRequest("", "is not JSON in UTF-8").response(json);
    }

    /** No token, or none for this service; which of it is nobody's business who has none (RFC 6750 section 3). */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException exception) {
        Response response = Problem.of(401, "Authorization", "A valid bearer token for this service is needed.")
                .response(json);
        return Response.fromResponse(response)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception) {
        return Problem.forbidden("Your roles do not allow this.").response(json);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return told(unreadable).response(json);
        }
        Response response = exception.getResponse();
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        return status == 404
                ? Problem.notFound().response(json)
                : Problem.of(status, null, response.getStatusInfo().getReasonPhrase() + ".")
                        .response(json);
    }

    @ServerExceptionMapper
    Response fault(Throwable fault) {
        LOG.error("A request failed unexpectedly.", fault);
        return Problem.of(500, null, "Something went wrong here; nothing was changed.")
                .response(json);
    }

    /** What is wrong with a document that cannot be read, naming the field where one is to blame. */
    public static Problem told(JsonProcessingException exception) {
        if (exception instanceof StreamConstraintsException) {
            return Problem.tooLarge("", exception.getOriginalMessage());
        }
        if (exception instanceof JsonMappingException mapping) {
            return mapping.getCause() instanceof Problem problem
                    ? problem
                    : Problem.badRequest(pointer(mapping), reason(mapping));
        }
        return Problem.badRequest("", "is not valid JSON: " + exception.getOriginalMessage());
    }

    private static String reason(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (mapping instanceof ValueInstantiationException && mapping.getCause() != null) {
            return String.valueOf(mapping.getCause().getMessage());
        }
        return "has the wrong form: " + mapping.getOriginalMessage();
    }

    /** Where in the document the mapping failed, as an RFC 6901 pointer. */
    static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
