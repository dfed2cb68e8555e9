package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request to simulate a plan, as access-service takes it.
 *
 * @param send where to, with one's own token
 * @param body what to send
 */
@RegisterForReflection
record SimulationRequest(String send, Body body) {

    /** What is simulated, over the decisions of a period. */
    @RegisterForReflection
    record Body(Draft draft, Instant from, Instant until) {}

    /** The plan alone. */
    @RegisterForReflection
    record Draft(Ceiling plan) {}

    /** What of a plan decides. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ceiling(
            String name,
            List<String> partners,
            List<String> purposes,
            List<String> categories,
            Integer tier,
            String ceiling,
            Duration maxDuration) {}

    /** A period in the past; a month until now unless stated otherwise. */
    record Period(Instant from, Instant until) {
        private static final Duration USUAL = Duration.ofDays(30);

        static Period of(@Nullable String from, @Nullable String until) {
            Instant end = until == null ? Instant.now() : instant("until", until);
            Instant start = from == null ? end.minus(USUAL) : instant("from", from);
            if (!start.isBefore(end)) {
                throw Problem.badRequest("until", "is not after from");
            }
            return new Period(start, end);
        }

        private static Instant instant(String name, String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException fault) {
                throw Problem.badRequest(name, "is no instant (RFC 3339, UTC)");
            }
        }
    }

    static SimulationRequest of(Terms terms, Period period) {
        Ceiling ceiling = new Ceiling(
                terms.name(),
                terms.partners(),
                terms.purposes(),
                terms.categories(),
                terms.tier(),
                terms.ceiling(),
                terms.maxDuration());
        return new SimulationRequest(
                "POST /access/simulations", new Body(new Draft(ceiling), period.from(), period.until()));
    }
}
