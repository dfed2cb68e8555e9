package org.entente.catalog.ownership;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.http.Problem;

/** Whose a document is: a nation's own it puts itself; the alliance's are its board's, as soon as there is one. */
@ApplicationScoped
public class Ownership {
    /** The owner of what all parties share. */
    public static final String ALLIANCE = "ALLIANCE";

    private static final String CONSTITUTED = "select exists (select from board_constituted)";

    /**
     * Makes sure that a policy administrator of one nation may put a document of that owner.
     *
     * @throws Problem (as failure) 409 if it is the board's
     */
    public Uni<Void> requireNotTheBoards(SqlClient client, String owner) {
        if (!owner.equals(ALLIANCE)) {
            return Uni.createFrom().voidItem();
        }
        return client.query(CONSTITUTED).execute().map(rows -> {
            if (rows.iterator().next().getBoolean(0)) {
                throw Problem.conflict(
                        null, "This is the alliance's: it is changed by proposal and ballot of its board.");
            }
            return null;
        });
    }
}
