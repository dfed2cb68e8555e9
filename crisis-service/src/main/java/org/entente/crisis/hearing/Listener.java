package org.entente.crisis.hearing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import org.entente.events.Event;

/** Somebody whom events concern; each bean of this type is one. */
public interface Listener {
    /** Whether the event says anything to it; what does not is not even noted. */
    boolean concerns(Event event);

    /** Acts on an event, once, in the transaction in which it is noted. */
    Uni<Void> hear(SqlClient transaction, Event event);
}
