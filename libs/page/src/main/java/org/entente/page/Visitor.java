package org.entente.page;

import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.http.Caller;
import org.jspecify.annotations.Nullable;

/** Who looks at a page; in a template it is {@code inject:visitor}. */
@Named("visitor")
@RequestScoped
public class Visitor {
    private final SecurityIdentity identity;
    private final Caller caller;
    private final List<MenuEntry> menu;
    private final PageSettings settings;
    private final RoutingContext request;
    private final FormToken forms;

    @Inject
    Visitor(
            SecurityIdentity identity,
            Caller caller,
            @All List<MenuEntry> menu,
            PageSettings settings,
            RoutingContext request) {
        this.identity = identity;
        this.caller = caller;
        this.menu = menu;
        this.settings = settings;
        this.request = request;
        this.forms = FormToken.of(settings.clientSecret());
    }

    public boolean isLoggedIn() {
        return identity.getPrincipal() instanceof JsonWebToken;
    }

    public String getName() {
        return caller.name();
    }

    public String getNation() {
        return caller.nation();
    }

    /** How they logged in: {@code password}, {@code otp} or {@code hardware}. */
    public String getAssurance() {
        return caller.assurance();
    }

    /** Where they logged in, as the broker names it; null if that is the broker itself. */
    @Nullable String identityProvider() {
        return isLoggedIn() ? caller.identityProvider().orElse(null) : null;
    }

    /** The name of the service whose page it is. */
    public String getService() {
        return settings.title();
    }

    /** The prefix of the service's pages, with a slash at the end. */
    public String getRoot() {
        return settings.root();
    }

    /** The path of the page that is shown. */
    public String getPath() {
        return request.request().path();
    }

    /** Ways into the parts of the service that this caller has a use for. */
    public List<MenuEntry> getMenu() {
        return isLoggedIn()
                ? menu.stream()
                        .filter(entry -> entry.isFor(caller))
                        .sorted(Comparator.comparing(MenuEntry::text))
                        .toList()
                : List.of();
    }

    /** Ways to the other services that this caller has a use for. */
    public List<MenuEntry> getElsewhere() {
        return isLoggedIn()
                ? Stream.of(Elsewhere.values())
                        .filter(way -> !settings.covers(way.path()) && way.isFor(caller))
                        .map(MenuEntry.class::cast)
                        .toList()
                : List.of();
    }

    /** What a form of this page must carry; the tag {@code form} sees to it. */
    public String getFormToken() {
        return forms.issue(session());
    }

    boolean sent(@Nullable String formToken) {
        return isLoggedIn() && formToken != null && forms.accepts(session(), formToken);
    }

    /** The session at the identity provider where there is one; the person in any case. */
    private String session() {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return token.getSubject() + " " + token.getClaim("sid");
    }
}
