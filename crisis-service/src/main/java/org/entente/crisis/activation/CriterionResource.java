package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Authority;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.indicator.Weighed;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.signal.Signals;
import org.entente.crisis.time.DatabaseTime;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Whether the criterion of a plan is met, and because of which signals; for the home side, whose signals they are. */
@Path("/crisis/plans/{id}/criterion")
@Authenticated
@Tag(name = "Plans")
class CriterionResource {
    private final Authority authority;
    private final Criteria criteria;
    private final DatabaseTime time;

    CriterionResource(Authority authority, Criteria criteria, DatabaseTime time) {
        this.authority = authority;
        this.criteria = criteria;
        this.time = time;
    }

    /**
     * How a criterion stands.
     *
     * @param isMet whether it is held to be met
     * @param since when that turned; absent where it never did
     * @param pending since when the contrary is called for without a break; absent where it is not
     * @param isCalledFor whether the expression is true at this instant
     * @param because of which signals, with what weight, the strongest first
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            boolean isMet,
            @Nullable Instant since,
            @Nullable Instant pending,
            String expression,
            boolean isCalledFor,
            List<Weighed> because) {

        static Standing of(Gate gate, Expression expression, Readings readings) {
            boolean isCalledFor = expression.isMet(readings);
            return new Standing(
                    gate.isOpen(), gate.since(), gate.pending(), expression.source(), isCalledFor, readings.because());
        }
    }

    @GET
    @WithSession
    @Operation(summary = "Whether the criterion of a plan is met, since when, and because of which signals")
    public Uni<Standing> read(@PathParam("id") UUID id) {
        authority.require(Act.READ_SIGNAL);
        return Plan.<Plan>findById(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(plan -> {
                    Expression expression = plan.terms().criterion().called();
                    return time.now().chain(now -> Signals.recent(expression.indicators(), now)
                            .chain(recent -> criteria.gate(plan)
                                    .map(gate -> Standing.of(gate, expression, new Readings(recent, now, null)))));
                });
    }
}
