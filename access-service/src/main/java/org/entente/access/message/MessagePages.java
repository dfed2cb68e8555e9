package org.entente.access.message;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.message.Move.Part;
import org.entente.access.routing.Routing;
import org.entente.access.routing.RoutingRules;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Messages to partners for people; each page shows what the interface shows the same caller, and the next forms. */
@Path(MessagePages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MessagePages {
    static final String PATH = "/access/pages/messages";

    private static final int PER_PAGE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final Caller caller;
    private final MessageResource messages;
    private final WireForm wire;
    private final Template list;
    private final Template page;

    MessagePages(
            Caller caller,
            MessageResource messages,
            WireForm wire,
            @Location("messages") Template list,
            @Location("message") Template page) {
        this.caller = caller;
        this.messages = messages;
        this.wire = wire;
        this.list = list;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("partner") @Nullable String partner, @QueryParam("cursor") @Nullable UUID cursor) {
        boolean drafts = caller.isHome() && caller.has(Role.LIAISON_OFFICER);
        String of = partner == null || partner.isBlank() ? null : partner;
        return messages.list(of, cursor == null ? FIRST : cursor, PER_PAGE)
                .map(found -> list.data("found", wire.of(found)).data("drafts", drafts));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        Correspondent reader = Correspondent.of(caller);
        return messages.get(id)
                .chain(answer -> Panache.withSession(() -> Corresponding.found(id)
                        .chain(stored -> Routing.now().map(now -> {
                            Set<Part> parts = reader.parts(stored.partner, stored.message(), now.rules());
                            Set<String> next = next(stored.state, parts);
                            return page.data("message", wire.of(answer))
                                    .data("path", PATH + "/" + id)
                                    .data("next", next)
                                    .data("agencies", agencies(now))
                                    .data("own", own(reader, stored.message(), now));
                        }))));
    }

    /** The moves that are open to somebody who has these parts, by their names. */
    private static Set<String> next(State state, Set<Part> parts) {
        return Set.of(Move.values()).stream()
                .filter(move -> move.isOpen(state, parts))
                .map(Move::name)
                .collect(Collectors.toSet());
    }

    private static List<String> agencies(Routing.Now now) {
        return now.rules()
                .map(rules ->
                        rules.agencies().stream().map(RoutingRules.Agency::code).toList())
                .orElse(List.of());
    }

    /** The agencies that are asked and that the reader speaks for. */
    private static List<String> own(Correspondent reader, Message message, Routing.Now now) {
        return message.positions().keySet().stream()
                .filter(code -> reader.speaksFor(code, now.rules()))
                .toList();
    }
}
