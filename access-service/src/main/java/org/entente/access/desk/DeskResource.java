package org.entente.access.desk;

import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** One view across ministries and agencies of what partners hold, ask, and wait for. */
@Path("/access/desk")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    static final List<Role> READERS =
            List.of(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR);

    private static final int MOST = 200;
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private final Caller caller;
    private final List<Section> sections;

    DeskResource(Caller caller, @All List<Section> sections) {
        this.caller = caller;
        this.sections =
                sections.stream().sorted(Comparator.comparing(Section::name)).toList();
    }

    /** The entries of a section, what is late first; {@code more} tells that there are others. */
    @RegisterForReflection
    public record Part(List<Entry> entries, boolean more) {}

    @GET
    @Operation(
            summary =
                    "What is offered to whom, open requests, what expires, assessments, consents awaited, postures, reviews,"
                            + " messages",
            description = "For the home side. Entries that are with no agency are left out where one is asked for.")
    public Uni<Response> get(
            @QueryParam("agency") @Parameter(example = "XAA-CYBER") @Nullable String agency,
            @QueryParam("partner") @Parameter(example = "XBB") @Nullable String partner,
            @QueryParam("within") @DefaultValue("P30D") String within) {
        return parts(agency, partner, within)
                .map(parts ->
                        Response.ok(parts).header("Cache-Control", "no-store").build());
    }

    /** The sections by name; a 403 problem for those whose desk it is not. */
    Uni<Map<String, Part>> parts(@Nullable String agency, @Nullable String partner, String within) {
        caller.requireHome(READERS.toArray(Role[]::new));
        return parts(new Filter(agency, partner, duration(within), MOST));
    }

    private Uni<Map<String, Part>> parts(Filter filter) {
        Map<String, Part> parts = new TreeMap<>();
        return Multi.createFrom()
                .iterable(sections)
                .onItem()
                .transformToUniAndConcatenate(section -> section.entries(filter)
                        .invoke(entries -> parts.put(
                                section.name(),
                                new Part(
                                        entries.subList(0, Math.min(entries.size(), filter.most())),
                                        entries.size() > filter.most()))))
                .collect()
                .asList()
                .replaceWith(parts);
    }

    private static Duration duration(String stated) {
        try {
            Duration within = Duration.parse(stated);
            if (!within.isNegative() && within.compareTo(FARTHEST) <= 0) {
                return within;
            }
        } catch (DateTimeParseException notADuration) {
            throw Problem.badRequest("within", "is not a duration");
        }
        throw Problem.badRequest("within", "must be from now to ten years ahead");
    }
}
