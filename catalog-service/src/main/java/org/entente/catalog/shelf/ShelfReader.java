package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/**
 * Looks at objects as they come to the shelf, in the transaction that puts them there: first assets come, change or go, then
 * all their objects are read that there are now, some at a time.
 */
public interface ShelfReader {
    /** Nothing that was read of these assets holds any more. */
    Uni<Void> forget(SqlConnection transaction, List<UUID> assets);

    /** Some objects of the assets as they are now. */
    Uni<Void> read(SqlConnection transaction, List<OpenedObject> objects);
}
