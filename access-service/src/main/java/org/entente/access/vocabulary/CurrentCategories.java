package org.entente.access.vocabulary;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before anything is proposed or issued, the categories are those that are published by now, whichever replica got to know of
 * it. Decisions need none of this: they take the categories from the policy that they are made on.
 */
@ApplicationScoped
class CurrentCategories {
    private static final String NEWEST = "select document from information_policy order by version desc limit 1";
    /** Where nothing but decisions is made, and many of them. */
    private static final List<String> DECISIONS = List.of("/access/v1/", "/access/disclosures");

    private final Pool pool;
    private final Vocabulary vocabulary;

    CurrentCategories(Pool pool, Vocabulary vocabulary) {
        this.pool = pool;
        this.vocabulary = vocabulary;
    }

    @ServerRequestFilter
    Uni<Void> before(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean mayName = request.getMethod().equals(HttpMethod.POST)
                || request.getMethod().equals(HttpMethod.PUT);
        return mayName && DECISIONS.stream().noneMatch(path::startsWith)
                ? refresh()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> refresh() {
        return pool.query(NEWEST)
                .execute()
                .invoke(rows -> rows.forEach(
                        row -> vocabulary.learn(Document.read(row.getString("document"), PublishedCategories.class)
                                .added())))
                .replaceWithVoid();
    }
}
