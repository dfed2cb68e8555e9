package org.entente.crisis.degradation;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Degradation for people: a partner reads what changed for it and what stays; officers narrow, and widen by two. */
@Path(DegradationPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DegradationPages {
    static final String PATH = "/crisis/pages/degradation";

    private final Caller caller;
    private final DegradationResource degradations;
    private final WireForm wire;
    private final Template page;

    DegradationPages(
            Caller caller, DegradationResource degradations, WireForm wire, @Location("degradation") Template page) {
        this.caller = caller;
        this.degradations = degradations;
        this.wire = wire;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> all() {
        boolean isHome = caller.isHome();
        TemplateInstance shown = page.data("path", PATH)
                .data("person", caller.actor())
                .data("isHome", isHome)
                .data("narrows", Act.NARROW.isOpenTo(caller))
                .data("steps", wired(degradations.steps()));
        return degradations.all().map(all -> shown.data("live", wired(withState(all, false)))
                .data("over", wired(withState(all, true))));
    }

    private static List<DegradationView> withState(List<DegradationView> all, boolean isReversed) {
        return all.stream()
                .filter(each -> (each.state() == DegradationMove.State.REVERSED) == isReversed)
                .toList();
    }

    private @Nullable Object wired(List<?> list) {
        return wire.of(Map.of("all", list)).get("all");
    }
}
