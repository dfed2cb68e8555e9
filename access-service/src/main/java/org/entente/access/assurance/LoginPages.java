package org.entente.access.assurance;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Caller;
import org.entente.http.Problem;

/**
 * How somebody is logged in, and the way to a stronger login: whoever opens it is carried through the identity provider's,
 * where a hardware key is registered by those who have none, after password and one-time code.
 */
@Path(LoginPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LoginPages {
    static final String PATH = "/access/pages/login";

    private final Caller caller;
    private final Template page;

    LoginPages(Caller caller, @Location("login") Template page) {
        this.caller = caller;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return page.data("assurance", caller.assurance()).data("isHome", caller.isHome());
    }

    @GET
    @Path("/{level}")
    @Operation(hidden = true)
    public TemplateInstance stronger(String level) {
        if (!level.equals("otp") && !level.equals("hardware")) {
            throw Problem.notFound();
        }
        caller.requireAssurance(level);
        return show();
    }
}
