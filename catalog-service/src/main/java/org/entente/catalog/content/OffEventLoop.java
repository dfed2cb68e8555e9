package org.entente.catalog.content;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Runs what takes long on a worker thread and comes back to the event loop, where the database sessions live. */
public final class OffEventLoop {
    private OffEventLoop() {}

    /** The result of the work, on the context of the caller; must be called from an event loop. */
    public static <T> Uni<T> run(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
