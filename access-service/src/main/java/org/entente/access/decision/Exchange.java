package org.entente.access.decision;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.entente.access.epoch.AnswerSettings;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/**
 * The request under way and its answer, which is not given once a withdrawal may have been confirmed (G3).
 *
 * @param arrival when it came in, on the clock of {@link System#nanoTime()}
 */
record Exchange(RoutingContext context, long arrival, AnswerSettings settings) {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /**
     * An answer is void for whoever gets it later than so many milliseconds after sending the request. This bound holds
     * whatever freezes after our last look at the clock, and needs no clocks that agree.
     */
    static final String VOID_AFTER = "Entente-Void-After";

    /** Finds the exchange of the present request. */
    @ApplicationScoped
    static class Current {
        private static final String ARRIVAL = Exchange.class.getName();
        private static final int BEFORE_LOGIN = 1000;

        private final CurrentVertxRequest request;
        private final AnswerSettings settings;

        Current(CurrentVertxRequest request, AnswerSettings settings) {
            this.request = request;
            this.settings = settings;
        }

        void noteArrivals(@Observes Filters filters) {
            filters.register(
                    context -> {
                        context.put(ARRIVAL, System.nanoTime());
                        context.next();
                    },
                    BEFORE_LOGIN);
        }

        Exchange get() {
            RoutingContext context = request.getCurrent();
            return new Exchange(context, context.get(ARRIVAL), settings);
        }
    }

    /**
     * Lets the answer go while a withdrawal waits for it.
     *
     * @param recording when the record was begun
     * @throws Problem 503 if it is too late already; if it is when the answer is written, the connection is closed instead
     */
    void mayAnswer(long recording) {
        long deadline = recording + settings.within().toNanos();
        if (isOver(deadline)) {
            throw Problem.unavailable("The decision could not be answered in time.");
        }
        long voidAfter = deadline - arrival + settings.travel().toNanos();
        context.response()
                .putHeader(VOID_AFTER, Long.toString(Duration.ofNanos(voidAfter).toMillis()));
        // Serialising, queueing and whatever stops a process may come between; this is the last step before the bytes
        // go.
        context.addHeadersEndHandler(ignored -> {
            if (isOver(deadline)) {
                LOG.warn("An answer could not be written in time; its connection is closed instead.");
                context.request().connection().close();
            }
        });
    }

    private static boolean isOver(long deadline) {
        return System.nanoTime() - deadline > 0;
    }
}
