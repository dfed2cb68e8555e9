package org.entente.catalog.taxii;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.discovery.Cursor;
import org.entente.catalog.discovery.Cursors;
import org.entente.catalog.taxii.Pages.Request;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of a collection. */
@ApplicationScoped
class Query {
    private static final UUID NOTHING = new UUID(0, 0);

    private final Roots roots;
    private final Topics topics;
    private final TaxiiConfig config;
    private final KeyProvider keys;

    Query(Roots roots, Topics topics, TaxiiConfig config, KeyProvider keys) {
        this.roots = roots;
        this.topics = topics;
        this.config = config;
        this.keys = keys;
    }

    /**
     * A request for a page, and what the cursor of the next one is made of.
     *
     * @param cursors good for this reader's nation, this collection and these filters only
     */
    record Asked(Request request, Cursors cursors) {
        /** The cursor of the page after that one; absent on the last one. */
        @Nullable String next(Page page) {
            return page.more() ? cursors.write(new Cursor(page.last(), NOTHING)) : null;
        }
    }

    Uni<Asked> read(String root, String collection, UriInfo uri, HttpServerRequest connection) {
        Reader reader = roots.reader(root, connection);
        return topics.require(reader.root(), collection).map(topic -> asked(reader, topic, uri));
    }

    private Asked asked(Reader reader, Topic topic, UriInfo uri) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        List<String> bound = new ArrayList<>(Filters.bound(parameters));
        bound.add("taxii " + reader.root().name() + " " + topic.category() + " " + uri.getPath());
        Cursors cursors = new Cursors(keys, bound);
        return new Asked(new Request(reader, topic, Filters.of(parameters, config, cursors)), cursors);
    }
}
