package org.entente.access.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.entente.access.request.RequestView.Reading;
import org.entente.access.routing.Absences;
import org.entente.access.routing.Routing;
import org.entente.access.routing.RoutingRules;
import org.entente.access.version.Contested;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Moves of a request: found, allowed, made, and shown, in one transaction. */
@RequestScoped
class Moving {
    private final Caller caller;
    private final Contested contested;

    Moving(Caller caller, Contested contested) {
        this.caller = caller;
        this.contested = contested;
    }

    /**
     * A move that is allowed.
     *
     * @param state that it leads to
     */
    record Step(AccessRequest stored, Request request, State state, Routing.Now routing) {
        Instant now() {
            return routing.instant();
        }

        RoutingRules rules() {
            return routing.rules()
                    .orElseThrow(() -> Problem.conflict(null, "There are no routing rules, which count the time."));
        }

        /** As the partner reads it now. */
        RequestView partnerView() {
            return RequestView.of(stored, new Reading(false, routing.absences(), now()));
        }
    }

    /** Makes a move of the caller's; what it makes of the request is written by {@code act}. */
    Uni<Response> move(UUID id, Move move, Function<Step, Uni<?>> act) {
        Visitor visitor = Visitor.of(caller);
        boolean isHome = caller.isHome();
        if (isHome) {
            caller.requireHome(Role.LIAISON_OFFICER);
        }
        Holder holder = new Holder();
        return contested.change(
                () -> found(id, visitor),
                stored -> Routing.now().chain(routing -> {
                    holder.routing = routing;
                    Request request = stored.request();
                    State next = move.from(
                            request.stateAt(routing.instant()),
                            visitor.part(stored, routing.absences(), routing.instant()));
                    return act.apply(new Step(stored, request, next, routing));
                }),
                stored -> RequestView.of(stored, holder.reading(isHome)));
    }

    /** What was read in the transaction is good for showing its result, too. */
    private static final class Holder {
        private Routing.@Nullable Now routing;

        Reading reading(boolean isHome) {
            Routing.Now read = routing;
            return read == null
                    ? new Reading(isHome, new Absences(List.of()), Instant.now())
                    : new Reading(isHome, read.absences(), read.instant());
        }
    }

    /** To strangers there is none: neither that it has changed nor what it has become is for them. */
    private static Uni<AccessRequest> found(UUID id, Visitor visitor) {
        return AccessRequest.<AccessRequest>findById(id).map(found -> {
            if (found == null || visitor.isStranger(found)) {
                throw Problem.notFound();
            }
            return found;
        });
    }
}
