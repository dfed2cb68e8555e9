package org.entente.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Shows people a problem as a page, and carries them through the stronger login that one asks for, and back. */
class Refusals {
    /** What may follow the root of our pages in an address that we send somebody to. */
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^\\\\]]{1,2000}");

    @Inject
    PageSettings settings;

    @Inject
    ObjectMapper json;

    @Inject
    OidcSession session;

    @Inject
    @Location("refusal")
    Template refusal;

    @Inject
    RoutingContext routing;

    @Inject
    Visitor visitor;

    @ConfigProperty(name = "quarkus.oidc.pages.authentication.cookie-force-secure")
    boolean secure;

    @ServerResponseFilter
    Uni<Void> show(ContainerRequestContext request, ContainerResponseContext response) {
        if (!settings.covers(routing.request().path())) {
            return Uni.createFrom().voidItem();
        }
        Optional<StepUp> tried = StepUp.remembered(routing.request().getCookie(StepUp.COOKIE));
        Optional<StepUp> demanded = StepUp.demanded(response.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .map(stepUp -> stepUp.at(visitor.identityProvider()));
        if (tried.isPresent()) {
            routing.response().addCookie(StepUp.forgotten(settings.root(), secure));
        }
        if (demanded.isPresent() && !demanded.equals(tried)) {
            return stepUp(demanded.get(), back(request), response);
        }
        return isProblem(response)
                ? told(request, response, demanded.isPresent())
                : Uni.createFrom().voidItem();
    }

    /** Ends the weaker session; the next page that is opened asks for the stronger one. */
    private Uni<Void> stepUp(StepUp stepUp, String back, ContainerResponseContext response) {
        routing.response().addCookie(stepUp.cookie(settings.root(), secure));
        response.setEntity(null);
        response.getHeaders().clear();
        response.setStatusInfo(Response.Status.SEE_OTHER);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, back);
        return session.logout();
    }

    /** The page that was asked for; after a form the page it was on, which is shown again. */
    private String back(ContainerRequestContext request) {
        if (request.getMethod().equals("GET")) {
            return routing.request().uri();
        }
        return request.getProperty(FormGuard.PAGE) instanceof String page
                        && page.startsWith(settings.root())
                        && ADDRESS.matcher(page).matches()
                ? page
                : settings.root();
    }

    private static boolean isProblem(ContainerResponseContext response) {
        return response.getMediaType() != null
                && Problem.MEDIA_TYPE.equals(response.getMediaType().getType() + "/"
                        + response.getMediaType().getSubtype());
    }

    private Uni<Void> told(ContainerRequestContext request, ContainerResponseContext response, boolean stepUpFailed) {
        JsonNode problem = read(response.getEntity());
        boolean isForm = !request.getMethod().equals("GET");
        String detail = problem.path("detail").asText();
        return refusal.data("title", problem.path("title").asText("Error"))
                .data("detail", stepUpFailed ? notGiven() + detail : detail)
                .data("field", problem.path("field").textValue())
                .data("advice", Advice.on(response.getStatus(), request.getMethod()))
                .data("hindrances", hindrances(problem))
                .data("again", isForm ? back(request) : again(stepUpFailed))
                .createUni()
                .invoke(page -> response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                .replaceWithVoid();
    }

    /** Why there is no stronger login, as far as it is known here. */
    private String notGiven() {
        String text = "The login that this page needs was asked for and not given. ";
        return visitor.identityProvider() == null
                ? text
                : text
                        + "Your own nation's identity provider does not offer it to you, or what it says of a login is not"
                        + " believed here. Ask your liaison officer. ";
    }

    /** A page that only lacked a login is worth another try. */
    private @Nullable String again(boolean stepUpFailed) {
        return stepUpFailed ? routing.request().path() : null;
    }

    /** What stands in the way one by one, where a problem lists that. */
    private static List<String> hindrances(JsonNode problem) {
        List<String> told = new ArrayList<>();
        problem.path("conflicts").forEach(conflict -> {
            List<String> words = new ArrayList<>();
            conflict.forEach(value -> words.add(value.asText()));
            told.add(String.join(": ", words));
        });
        return told;
    }

    private JsonNode read(@Nullable Object entity) {
        try {
            return json.readTree(String.valueOf(entity));
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
