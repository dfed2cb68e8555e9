package org.entente.audit.investigation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;

/** Cases as they are answered: whole, with the tag under which they may be changed. */
@ApplicationScoped
class Answers {

    private final Pool pool;
    private final CaseFile file;
    private final Looks looks;

    Answers(Pool pool, CaseFile file, Looks looks) {
        this.pool = pool;
        this.file = file;
        this.looks = looks;
    }

    /** After a change, which is on record itself. */
    Uni<Response> changed(Case about) {
        return pool.withTransaction(transaction -> file.read(transaction, about))
                .map(view -> response(Response.ok(), about, view));
    }

    /** After it was only asked for, which is put on record, too. */
    Uni<Response> looked(Looker looker, UUID id, Uni<Case> found) {
        return found.chain(about -> looks.recorded(
                looker,
                transaction -> file.read(transaction, about).map(view -> response(Response.ok(), about, view)),
                response -> Look.at("investigation", Map.of("investigation", id.toString()), 1)));
    }

    static Response response(Response.ResponseBuilder response, Case about, Object body) {
        return response.header(HttpHeaders.ETAG, about.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
