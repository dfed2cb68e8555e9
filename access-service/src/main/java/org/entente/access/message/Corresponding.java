package org.entente.access.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.access.message.Message.Signature;
import org.entente.access.routing.Routing;
import org.entente.access.routing.RoutingRules;
import org.entente.access.version.Contested;
import org.entente.events.Event;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Moves of a message: found, allowed, made, told, and shown, in one transaction. */
@RequestScoped
class Corresponding {
    private final Caller caller;
    private final Contested contested;
    private final Outbox outbox;
    private final ObjectMapper json;

    Corresponding(Caller caller, Contested contested, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.contested = contested;
        this.outbox = outbox;
        this.json = json;
    }

    /** A move that is allowed, and the state that it leads to. */
    record Step(Message message, State state, Correspondent by, Routing.Now routing) {
        Instant now() {
            return routing.instant();
        }

        Optional<RoutingRules> rules() {
            return routing.rules();
        }

        Signature signature(@Nullable String reason) {
            return new Signature(by.person(), now(), reason);
        }
    }

    Uni<Response> move(UUID id, Move move, String type, Function<Step, Message> act) {
        Correspondent correspondent = Correspondent.of(caller);
        if (correspondent.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER);
        }
        String actor = caller.actor();
        return contested.change(
                () -> found(id).invoke(correspondent::requireKnows),
                stored -> Routing.now().chain(routing -> {
                    Message message = stored.message();
                    State next =
                            move.from(message.state(), correspondent.parts(stored.partner, message, routing.rules()));
                    stored.become(act.apply(new Step(message, next, correspondent, routing)));
                    return outbox.append(event(type, stored, actor));
                }),
                stored -> MessageView.of(stored, correspondent.isHome()));
    }

    /** What has been sent is on the partner's record, too; how it came about is not. */
    Event event(String type, PartnerMessage stored, String actor) {
        boolean isTold = stored.state.isForPartner();
        return Event.of(
                type,
                stored.id.toString(),
                isTold ? stored.partner : null,
                actor,
                json.valueToTree(MessageView.of(stored, !isTold)));
    }

    static Uni<PartnerMessage> found(UUID id) {
        return PartnerMessage.<PartnerMessage>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
