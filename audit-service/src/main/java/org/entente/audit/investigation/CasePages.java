package org.entente.audit.investigation;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Standing;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Cases for people: what the JSON resources show the same caller, and forms for the moves that they may make. */
@Path("/audit/pages/investigations")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@TemplateData(target = CaseView.class)
@TemplateData(target = CaseView.Line.class)
@TemplateData(target = State.class)
@TemplateData(target = TimelineResource.Line.class)
@TemplateData(target = TimelineResource.Exhibit.class)
@TemplateData(target = TimelineResource.Deed.class)
public class CasePages {

    private final InvestigationsResource investigations;
    private final TimelineResource timelines;
    private final Caller caller;
    private final Template list;
    private final Template one;

    CasePages(
            InvestigationsResource investigations,
            TimelineResource timelines,
            Caller caller,
            @Location("investigations") Template list,
            @Location("investigation") Template one) {
        this.investigations = investigations;
        this.timelines = timelines;
        this.caller = caller;
        this.list = list;
        this.one = one;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@BeanParam CaseFilters filters) {
        return investigations.list(filters.withoutEmpty()).map(page -> list.data("page", page)
                .data("state", Objects.requireNonNullElse(filters.state(), ""))
                .data("partner", Objects.requireNonNullElse(filters.partner(), ""))
                .data("states", State.values()));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        return investigations
                .get(id)
                .map(answer -> (CaseView) answer.getEntity())
                .chain(view -> timelines.timeline(id, cursor).map(timeline -> one.data("view", view)
                        .data("about", view.line())
                        .data("timeline", timeline)
                        .data("path", "/audit/pages/investigations/" + id)
                        .data("moves", moves(view, Movers.of(caller)))));
    }

    /** The moves that the caller could make now, by name; only the move itself says so. */
    static Map<String, Boolean> moves(CaseView view, Mover mover) {
        return Arrays.stream(Move.values())
                .filter(move -> isLegal(move, standing(view, move), mover))
                .collect(Collectors.toMap(Move::wireName, move -> true));
    }

    private static boolean isLegal(Move move, Standing standing, Mover mover) {
        try {
            move.from(standing, mover);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static Standing standing(CaseView view, Move move) {
        Proposal proposal = view.proposal();
        CaseView.Statement statement = view.statement();
        boolean isPublishing = move == Move.PUBLISH_STATEMENT;
        String drafter = statement == null || statement.published() != null ? null : statement.draftedBy();
        return new Standing(
                view.line().state(),
                view.line().assignee(),
                isPublishing ? drafter : proposal == null ? null : proposal.by(),
                0);
    }
}
