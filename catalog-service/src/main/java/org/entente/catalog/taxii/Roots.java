package org.entente.catalog.taxii;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** The API roots of a caller; those of others are not there for it, as if they did not exist. */
@ApplicationScoped
class Roots {
    private final Caller caller;
    private final TaxiiConfig config;

    Roots(Caller caller, TaxiiConfig config) {
        this.caller = caller;
        this.config = config;
    }

    /** One for each purpose, the default first; a 403 problem for who may read nowhere. */
    List<ApiRoot> all() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        }
        return config.purposes().stream()
                .map(purpose -> new ApiRoot(caller.nation(), purpose))
                .toList();
    }

    /** The root of that name; the one 404 problem if it is another's, or nobody's. */
    ApiRoot require(String name) {
        return all().stream()
                .filter(root -> root.name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    Reader reader(String name, HttpServerRequest connection) {
        ApiRoot root = require(name);
        Asking asking = caller.isHome() ? null : new Asking(Subject.of(caller, connection), root.purpose(), "purpose");
        return new Reader(root, caller.subject(), caller.actor(), asking);
    }
}
