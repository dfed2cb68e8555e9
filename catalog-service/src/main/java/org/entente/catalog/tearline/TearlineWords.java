package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.search.Postings;

/** The words of approved tearlines in the index of searches, each under the label of its tearline. */
@ApplicationScoped
class TearlineWords {
    private static final String INSERT = """
            insert into tearline_posting (token, asset, tearline)
            select decode(token, 'base64'), $1, $2 from unnest($3::text[]) as p (token) on conflict do nothing""";

    private final KeyProvider keys;
    private final ObjectMapper json;

    TearlineWords(KeyProvider keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** From now on it is found by them. */
    Uni<Void> add(SqlClient transaction, StoredAsset asset, StoredTearline tearline) {
        return OffEventLoop.run(() -> tokens(asset, tearline))
                .chain(tokens -> transaction.preparedQuery(INSERT).execute(Tuple.of(asset.id(), tearline.id(), tokens)))
                .replaceWithVoid();
    }

    private String[] tokens(StoredAsset asset, StoredTearline tearline) throws IOException {
        Postings postings = new Postings(keys);
        for (Part part : tearline.open(asset.key(keys), json).parts()) {
            postings.add(tearline.label().id(), Postings.TEARLINE, part.content());
        }
        return postings.byToken().keySet().toArray(String[]::new);
    }

    /** From now on it is not. */
    Uni<Void> remove(SqlClient transaction, UUID tearline) {
        return transaction
                .preparedQuery("delete from tearline_posting where tearline = $1")
                .execute(Tuple.of(tearline))
                .replaceWithVoid();
    }
}
