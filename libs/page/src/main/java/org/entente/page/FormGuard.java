package org.entente.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.regex.Pattern;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets a form pass only if one of our own pages sent it, and this session's: the browser says where it comes from
 * (Fetch Metadata), and the form carries the session's token. Cookies alone are no proof that somebody meant it. What is
 * changed is what the page had shown: the form's {@code tag} counts as {@code If-Match} (RFC 9110 section 13.1.1).
 */
class FormGuard {
    /** The page that the form was on, as a property of the request. */
    static final String PAGE = "entente.page";

    private static final String TOKEN = "csrf";
    /** The number of the last change that the page had shown; a form cannot send {@code If-Match} itself. */
    private static final String TAG = "tag";

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final PageSettings settings;
    private final Visitor visitor;

    FormGuard(PageSettings settings, Visitor visitor) {
        this.settings = settings;
        this.visitor = visitor;
    }

    @WithFormRead
    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request) {
        if (!settings.covers(request.getUriInfo().getRequestUri().getPath()) || isSafe(request.getMethod())) {
            return;
        }
        request.setProperty(PAGE, field(request, "page"));
        @Nullable String site = request.getHeaderString("Sec-Fetch-Site");
        boolean ownSite = site == null ? isOwnOrigin(request) : site.equals("same-origin");
        if (!ownSite || !visitor.sent(field(request, TOKEN))) {
            throw Problem.forbidden("This form did not come from a page of this session. Open the page again.");
        }
        @Nullable String tag = field(request, TAG);
        if (tag != null && VERSION.matcher(tag).matches()) {
            request.getHeaders().putSingle(HttpHeaders.IF_MATCH, "\"" + tag + "\"");
        }
    }

    /** The first value of a field of the form that was sent, if any. */
    private static @Nullable String field(ResteasyReactiveContainerRequestContext request, String name) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object value = context.getFormData() == null ? null : context.getFormParameter(name, true, false);
        return value instanceof String text ? text : null;
    }

    /** Methods that change nothing (RFC 9110 section 9.2.1). */
    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** Older browsers tell the origin only; what tells neither is judged by its token alone. */
    private static boolean isOwnOrigin(ContainerRequestContext request) {
        @Nullable String origin = request.getHeaderString("Origin");
        URI own = request.getUriInfo().getRequestUri();
        return origin == null || origin.equals(own.getScheme() + "://" + own.getRawAuthority());
    }
}
