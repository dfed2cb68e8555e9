package org.entente.access.request;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Requests for people; each page shows what the interface shows the same caller, and the forms of what they may do. */
@Path(RequestPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RequestPages {
    static final String PATH = "/access/pages/requests";

    private static final int PER_PAGE = 50;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String AGREEMENTS = """
            select agreement.id, terms::json ->> 'title' as title from agreement
            join agreement_party on agreement_party.agreement = agreement.id
            where party = $1 and state = 'IN_FORCE' order by title, agreement.id limit 100""";

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final RequestResource requests;
    private final WireForm wire;
    private final Pool pool;
    private final Template list;
    private final Template page;

    RequestPages(
            Caller caller,
            Vocabulary vocabulary,
            RequestResource requests,
            WireForm wire,
            Pool pool,
            @Location("requests") Template list,
            @Location("request") Template page) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.requests = requests;
        this.wire = wire;
        this.pool = pool;
        this.list = list;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable UUID cursor) {
        boolean isHome = caller.isHome();
        return requests.list(blank(partner), blank(state), cursor == null ? FIRST : cursor, PER_PAGE)
                .map(found -> list.data("found", wire.of(found))
                        .data("isHome", isHome)
                        .data("purposes", vocabulary.purposes()));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        boolean isHome = caller.isHome();
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        String name = caller.name();
        return requests.get(id).chain(answer -> {
            RequestView view = (RequestView) answer.getEntity();
            return agreements(isHome ? view.partner() : null).map(agreements -> page.data("request", wire.of(answer))
                    .data("isHome", isHome)
                    .data("path", PATH + "/" + id)
                    .data("agreements", agreements)
                    .data("refusals", refusals())
                    .data("answers", isHome && isOfficer && isAnsweredBy(name, view))
                    .data("routes", isHome && isOfficer && isRoutable(view.state()))
                    .data("replies", !isHome && view.state() == State.CLARIFYING)
                    .data("withdraws", !isHome && view.state().isOpen()));
        });
    }

    private static boolean isRoutable(State state) {
        return state == State.SUBMITTED || state == State.ROUTED;
    }

    /** Whether the forms of an answer are of use to somebody; whether they may answer is decided when they do. */
    private static boolean isAnsweredBy(String name, RequestView view) {
        RequestView.Home home = view.home();
        if (home == null || view.state() != State.ROUTED) {
            return false;
        }
        boolean isSuperior = home.assignment() != null
                && home.assignment().escalateTo().equals(name)
                && (home.late() || home.escalatedAt() != null);
        return name.equals(home.responsible()) || isSuperior;
    }

    private static List<Map<String, String>> refusals() {
        List<Map<String, String>> choices = new ArrayList<>();
        for (Refusal refusal : Refusal.values()) {
            choices.add(Map.of("code", RequestForms.code(refusal), "remedy", refusal.remedy()));
        }
        return choices;
    }

    /** Those under which a grant could be issued; none is shown to partners here. */
    private Uni<List<Map<String, String>>> agreements(@Nullable String partner) {
        if (partner == null) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(AGREEMENTS).execute(Tuple.of(partner)).map(rows -> {
            List<Map<String, String>> found = new ArrayList<>();
            rows.forEach(row -> found.add(
                    Map.of("id", row.getUUID("id").toString(), "title", String.valueOf(row.getString("title")))));
            return found;
        });
    }

    private static @Nullable String blank(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered;
    }
}
