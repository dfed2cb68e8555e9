package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/** Looks at objects as they come to the shelf, in the transaction that puts them there. */
public interface ShelfReader {
    /**
     * Some assets as they are now.
     *
     * @param assets all of these came, changed or went
     * @param objects all of theirs that there are now
     */
    Uni<Void> read(SqlConnection transaction, List<UUID> assets, List<OpenedObject> objects);
}
