package org.entente.audit.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.indicator.Series.Point;
import org.entente.audit.indicator.Series.Scope;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How well sharing works, for those at home who answer for it; each look is recorded. */
@Path("/audit/indicators")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "How fast, how punctually and how much is shared")
@APIResponse(responseCode = "400", description = "A parameter has no meaning; `field` names it")
@APIResponse(responseCode = "403", description = "Only for people of the home side who answer for it")
class IndicatorResource {

    private static final Role[] READERS = {
        Role.AUDITOR, Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY, Role.POLICY_ADMINISTRATOR
    };

    private final SeriesTables tables;
    private final Targets targets;
    private final Looks looks;
    private final Caller caller;

    IndicatorResource(SeriesTables tables, Targets targets, Looks looks, Caller caller) {
        this.tables = tables;
        this.targets = targets;
        this.looks = looks;
        this.caller = caller;
    }

    /** Every indicator over the whole time, with its target. */
    public record Overview(Scope scope, SeriesTables.Known known, List<Line> indicators) {}

    /** One of them; without a value where nothing happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Indicator indicator,
            String title,
            Indicator.Unit unit,
            Target target,
            Set<Dimension> dimensions,
            @Nullable Point value) {}

    /** Lets pass who may read indicators; anyone else gets a 403 problem. */
    static void requireReader(Caller caller) {
        caller.requireHome(READERS);
    }

    @GET
    @Operation(summary = "All indicators with their targets, over the time that is asked for")
    public Uni<Overview> overview(@BeanParam IndicatorParameters parameters) {
        requireReader(caller);
        Scope scope = parameters.scope();
        return looks.recorded(
                Looker.of(caller),
                database -> targets.inForce(database)
                        .chain(aims -> tables.sums(database, scope).chain(sums -> tables.known(database)
                                .map(known -> new Overview(scope, known, lines(scope, aims, sums))))),
                overview -> Look.at(
                        "indicators", parameters.stated(), overview.indicators().size()));
    }

    @GET
    @Path("{name}")
    @Operation(
            summary = "An indicator over time, by day, week or month, of a partner, an agency, or all;"
                    + " and each partner and agency over the whole time")
    @APIResponse(responseCode = "404", description = "There is no such indicator")
    public Uni<Series> series(
            @RestPath @Parameter(example = "requests-in-time") String name, @BeanParam IndicatorParameters parameters) {
        requireReader(caller);
        Indicator indicator = Indicator.of(name).orElseThrow(Problem::notFound);
        Map<String, String> stated = new LinkedHashMap<>(parameters.stated());
        stated.put("indicator", name);
        return looks.recorded(
                Looker.of(caller),
                database -> tables.series(database, indicator, parameters.scope(), parameters.step()),
                series -> Look.at("indicators", stated, series.points().size()));
    }

    private static List<Line> lines(Scope scope, Targets.Aims aims, Map<Indicator, Series.Sum> sums) {
        return Arrays.stream(Indicator.values())
                .map(indicator -> new Line(
                        indicator,
                        indicator.title(),
                        indicator.unit(),
                        aims.of(indicator),
                        indicator.dimensions(),
                        sums.containsKey(indicator)
                                ? Point.of(scope.from(), sums.get(indicator), indicator, aims.of(indicator))
                                : null))
                .toList();
    }
}
