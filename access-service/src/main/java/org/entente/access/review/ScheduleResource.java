package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Reviews that come round. */
@Path("/access/review-schedules/{name}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,63}");
    private static final int LONGEST_TITLE = 200;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final Caller caller;
    private final ReviewSettings settings;
    private final Outbox outbox;
    private final Contested contested;
    private final ObjectMapper json;

    ScheduleResource(Caller caller, ReviewSettings settings, Outbox outbox, Contested contested, ObjectMapper json) {
        this.caller = caller;
        this.settings = settings;
        this.outbox = outbox;
        this.contested = contested;
        this.json = json;
    }

    /** How often whose grants are reviewed, and how long each campaign may take. */
    @Schema(examples = "{\"title\": \"Half-yearly review\", \"every\": \"P182D\", \"within\": \"P14D\"}")
    public record Stated(
            @Nullable String title,
            @Nullable String partner,
            @Nullable Duration every,
            @Nullable Duration within) {}

    /** A schedule, and when it comes round next. */
    @RegisterForReflection
    record View(String name, @JsonUnwrapped Schedule schedule, Instant next) {
        private static View of(ReviewSchedule stored) {
            return new View(stored.name, stored.schedule(), stored.nextAt);
        }
    }

    @PUT
    @Operation(summary = "Sets how often grants are reviewed; the first time after that time has passed")
    public Uni<Response> put(String name, Stated stated) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest("name", "must be words of lower-case letters and digits, joined by hyphens");
        }
        Schedule schedule = checked(Vocabulary.present(stated, ""));
        String actor = caller.actor();
        return contested.change(
                () -> ReviewSchedule.<ReviewSchedule>findById(name)
                        .map(found -> found == null ? new ReviewSchedule(name) : found),
                stored -> DatabaseTime.now().chain(now -> {
                    stored.become(schedule, now.plusSeconds(schedule.everySeconds()));
                    Event scheduled =
                            Event.of(EventTypes.REVIEW_SCHEDULED, name, null, actor, json.valueToTree(schedule));
                    return stored.persist().chain(() -> outbox.append(scheduled));
                }),
                View::of);
    }

    @GET
    @Operation(summary = "A schedule, and when it comes round next; for the home side")
    public Uni<Response> get(String name) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        return Panache.withSession(() -> ReviewSchedule.<ReviewSchedule>findById(name)
                        .onItem()
                        .ifNull()
                        .failWith(Problem::notFound))
                .map(stored -> Contested.tagged(stored.version(), View.of(stored)));
    }

    private Schedule checked(Stated stated) {
        Duration every = Vocabulary.present(stated.every(), "/every");
        if (every.toSeconds() < 1 || every.compareTo(LONGEST) > 0) {
            throw Problem.badRequest("/every", "must be from a second to ten years");
        }
        return new Schedule(
                Vocabulary.text(stated.title(), "/title", LONGEST_TITLE),
                stated.partner(),
                every.toSeconds(),
                ReviewResource.within(stated.within(), settings.within(), "/within"));
    }
}
