package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.epoch.Epoch;
import org.entente.access.grant.Grant;
import org.entente.access.grant.Grants;
import org.entente.access.review.Line.Decision;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Closing a campaign: all that was decided happens at once, or nothing. */
@Path("/access/reviews/{id}/closing")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {
    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Grants grants;
    private final ReviewSettings settings;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Contested contested;
    private final ObjectMapper json;

    ClosingResource(
            Caller caller,
            Vocabulary vocabulary,
            Grants grants,
            ReviewSettings settings,
            Epoch epoch,
            Outbox outbox,
            Contested contested,
            ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.grants = grants;
        this.settings = settings;
        this.epoch = epoch;
        this.outbox = outbox;
        this.contested = contested;
        this.json = json;
    }

    /** A line that keeps a campaign from being closed, and why. */
    @RegisterForReflection
    record Conflict(UUID grant, String why) {}

    /** What became of the grants; {@code gone} are those that had ended meanwhile anyway. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(int kept, int narrowed, int revoked, int gone) {}

    /** Who closes, and when. */
    private record Close(String name, String actor, Instant now) {}

    @POST
    @Operation(
            summary = "Closes a campaign: what was decided happens, before the answer, all of it or nothing",
            description = "409 with the conflicts where a line is undecided, or its grant was changed since it was"
                    + " decided: decide it again, of the grant as it is now.")
    public Uni<Response> close(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String name = caller.name();
        String actor = caller.actor();
        return contested
                .change(
                        () -> ReviewResource.found(id),
                        campaign -> DatabaseTime.now().chain(now -> close(campaign, new Close(name, actor, now))),
                        campaign -> ReviewView.of(campaign, Instant.now(), null))
                .call(epoch::settled);
    }

    private Uni<Void> close(Campaign campaign, Close close) {
        campaign.requireOpen();
        return ReviewResource.lines(campaign.id).chain(lines -> held(lines).chain(held -> {
            requireNoConflict(lines, held, close.now());
            List<Event> events = new ArrayList<>();
            Closed closed = apply(lines, held, close, events);
            lines.forEach(line -> line.isOpen = false);
            campaign.close(close.name(), close.now());
            events.add(Event.of(
                    EventTypes.REVIEW_CLOSED, campaign.id.toString(), null, close.actor(), json.valueToTree(closed)));
            return outbox.append(events.toArray(Event[]::new))
                    .chain(epoch::advance)
                    .replaceWithVoid();
        }));
    }

    private static Uni<Map<UUID, Grant>> held(List<ReviewLine> lines) {
        List<UUID> ids = lines.stream().map(line -> line.grantId).toList();
        return (ids.isEmpty()
                        ? Uni.createFrom().item(List.<Grant>of())
                        : Grant.<Grant>find("id in ?1", ids).list())
                .map(found -> found.stream().collect(Collectors.toMap(Grant::id, Function.identity())));
    }

    private void requireNoConflict(List<ReviewLine> lines, Map<UUID, Grant> held, Instant now) {
        List<Conflict> conflicts = new ArrayList<>();
        for (ReviewLine stored : lines) {
            Line line = stored.line();
            Grant grant = held.get(stored.grantId);
            if (isGone(grant, now)) {
                continue;
            }
            if (line.decision() == null) {
                conflicts.add(new Conflict(stored.grantId, "undecided"));
            } else if (grant.version() != line.version()) {
                conflicts.add(new Conflict(stored.grantId, "changed since it was decided"));
            }
        }
        if (!conflicts.isEmpty()) {
            throw Problem.conflict(null, conflicts.size() + " lines keep the campaign open.")
                    .with("conflicts", json.valueToTree(conflicts));
        }
    }

    private static boolean isGone(@Nullable Grant grant, Instant now) {
        return grant == null || grant.stateAt(now) != Grant.State.LIVE;
    }

    private Closed apply(List<ReviewLine> lines, Map<UUID, Grant> held, Close close, List<Event> events) {
        int[] counts = new int[Verdict.values().length];
        int gone = 0;
        for (ReviewLine stored : lines) {
            Grant grant = held.get(stored.grantId);
            if (isGone(grant, close.now())) {
                gone++;
            } else {
                Decision decision = Objects.requireNonNull(stored.line().decision());
                counts[decision.verdict().ordinal()]++;
                events.add(apply(grant, decision, close));
            }
        }
        return new Closed(
                counts[Verdict.KEEP.ordinal()],
                counts[Verdict.NARROW.ordinal()],
                counts[Verdict.REVOKE.ordinal()],
                gone);
    }

    /** In the name of who closes, for the reason of who decided. */
    private Event apply(Grant grant, Decision decision, Close close) {
        Grants.Cause cause = new Grants.Cause(close.actor(), decision.reason(), close.now());
        Instant next = decision.next() == null ? close.now().plus(settings.keepFor()) : decision.next();
        return switch (decision.verdict()) {
            case KEEP -> grants.reviewBy(grant, next, cause).event();
            case NARROW -> {
                grants.narrow(grant, Objects.requireNonNull(decision.to()).of(grant.terms(), vocabulary), cause);
                yield grants.reviewBy(grant, next, cause).event();
            }
            case REVOKE -> grants.withdraw(grant, cause).event();
        };
    }
}
