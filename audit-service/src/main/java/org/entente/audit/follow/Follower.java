package org.entente.audit.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/**
 * Derives something from the log. It is handed each entry once in effect, in the order of the log, by one replica at a time; what it
 * writes through the transaction is committed together with how far it has come. It must cope with any entry.
 */
public interface Follower {

    /** Its row in the table {@code follower}. */
    String name();

    Uni<Void> take(SqlClient transaction, List<Logged> entries);
}
