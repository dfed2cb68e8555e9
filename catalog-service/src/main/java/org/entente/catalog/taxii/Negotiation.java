package org.entente.catalog.taxii;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Speaks TAXII 2.1 and nothing else: 406 and 415 where a client wants another version (TAXII 2.1, section 1.6.8). */
class Negotiation {
    private static final String TYPE = "application/taxii+json";
    private static final String VERSION = "2.1";

    Negotiation() {}

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        if (!isTaxii(request)) {
            return;
        }
        if (!accepts(request.getHeaders().get(HttpHeaders.ACCEPT))) {
            throw Problem.of(406, HttpHeaders.ACCEPT, "must accept " + Taxii.MEDIA_TYPE);
        }
        if (request.getMethod().equals(HttpMethod.POST) && !isOurs(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw Problem.of(415, HttpHeaders.CONTENT_TYPE, "must be " + Taxii.MEDIA_TYPE);
        }
    }

    static boolean isTaxii(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        return path.equals("/taxii2") || path.startsWith(Taxii.PREFIX);
    }

    /** Whether one of the media ranges, if there are any, takes in what we send. */
    static boolean accepts(@Nullable List<String> headers) {
        return headers == null
                || headers.isEmpty()
                || headers.stream()
                        .flatMap(header -> List.of(header.split(",")).stream())
                        .anyMatch(Negotiation::isAccepted);
    }

    private static boolean isAccepted(String range) {
        Map<String, String> parameters = parameters(range);
        return !parameters.getOrDefault("q", "1").matches("0(\\.0*)?")
                && (List.of("*/*", "application/*").contains(type(range))
                        || type(range).equals(TYPE)
                                && parameters.getOrDefault("version", VERSION).equals(VERSION));
    }

    private static boolean isOurs(@Nullable String contentType) {
        return contentType != null
                && type(contentType).equals(TYPE)
                && parameters(contentType).getOrDefault("version", VERSION).equals(VERSION);
    }

    private static String type(String value) {
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parameters(String value) {
        Map<String, String> parameters = new TreeMap<>();
        String[] parts = value.split(";");
        for (int index = 1; index < parts.length; index++) {
            String[] pair = parts[index].split("=", 2);
            parameters.put(
                    pair[0].strip().toLowerCase(Locale.ROOT),
                    pair.length == 2 ? pair[1].strip().replace("\"", "") : "");
        }
        return parameters;
    }
}
