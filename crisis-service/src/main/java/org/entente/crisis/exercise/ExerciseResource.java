package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.exercise.ExerciseView.Reader;
import org.entente.crisis.input.Field;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Drafting exercises, accepting, starting and stopping them, and reacting to what comes about. */
@Path("/crisis/exercises")
@Authenticated
@Tag(name = "Exercises")
public class ExerciseResource {
    private static final int MAX_NOTE = 1_000;
    private static final int PER_PAGE = 50;
    private static final String LISTED = """
        id > $1 and ($2 or exists (
            select from json_array_elements_text(document::json #> '{scenario,partners}') party where party = $3))
        order by id limit $4\
        """;

    private final Authority authority;
    private final Moving moving;
    private final Idempotency idempotency;
    private final ScenarioCheck check;
    private final Exercises exercises;
    private final Pool pool;
    private final ObjectMapper json;

    ExerciseResource(
            Authority authority,
            Moving moving,
            Idempotency idempotency,
            ScenarioCheck check,
            Exercises exercises,
            Pool pool,
            ObjectMapper json) {
        this.authority = authority;
        this.moving = moving;
        this.idempotency = idempotency;
        this.check = check;
        this.exercises = exercises;
        this.pool = pool;
        this.json = json;
    }

    /** Why it is stopped. */
    @RegisterForReflection
    record Stopping(String reason) {}

    @POST
    @Operation(summary = "Draft an exercise; it can be started once every partner has accepted")
    public Uni<Response> draft(Scenario sent) {
        Actor actor = authority.require(Act.DRAFT_EXERCISE);
        Scenario scenario = check.check(sent);
        return pool.withTransaction(
                transaction -> idempotency.once(transaction, scenario, () -> draft(transaction, scenario, actor)));
    }

    private Uni<Created> draft(SqlClient transaction, Scenario scenario, Actor actor) {
        UUID id = UUID.randomUUID();
        Exercise drafted = Exercise.drafted(scenario, actor.name());
        ObjectNode data = json.createObjectNode().put("name", scenario.name());
        data.set("partners", json.valueToTree(scenario.partners()));
        Event event = exercises.conduct().event(EventTypes.EXERCISE_DRAFTED, id, drafted, actor.name(), data);
        return exercises
                .shelf()
                .add(transaction, id, Turn.of(drafted, event))
                .replaceWith(() -> new Created(
                        "/crisis/exercises/" + id,
                        ExerciseView.of(new Kept<>(id, 1, drafted, Instant.now()), new Reader(true, actor.nation()))));
    }

    /**
     * A page of exercises, in the order of their identifiers.
     *
     * @param next where the next page begins; absent at the end
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<ExerciseView> exercises, @Nullable UUID next) {}

    @GET
    @Operation(summary = "Exercises, page by page: for the home side all, for a partner those that it takes part in")
    public Uni<Page> list(@QueryParam("cursor") @Nullable UUID cursor) {
        Actor actor = authority.require(Act.READ_EXERCISE);
        Reader reader = new Reader(false, actor.nation());
        UUID after = cursor == null ? new UUID(0, 0) : cursor;
        return exercises
                .shelf()
                .where(LISTED, Tuple.of(after, actor.isHome(), actor.nation(), PER_PAGE + 1))
                .map(found -> new Page(
                        found.stream()
                                .limit(PER_PAGE)
                                .map(kept -> ExerciseView.of(kept, reader))
                                .toList(),
                        found.size() > PER_PAGE ? found.get(PER_PAGE - 1).id() : null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How an exercise stands, for those who take part")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return view(id).map(shown -> EntityTag.answer(shown.kept(), shown.view()));
    }

    /** An exercise and what is shown of it. */
    record Shown(Kept<Exercise> kept, ExerciseView view) {}

    Uni<Shown> view(UUID id) {
        Actor actor = authority.require(Act.READ_EXERCISE);
        Reader reader = moving.reader(actor);
        return exercises.shelf().find(id).map(kept -> {
            Moving.requirePart(kept.document(), actor);
            return new Shown(kept, ExerciseView.of(kept, reader));
        });
    }

    @POST
    @Path("{id}/acceptances")
    @Operation(summary = "Take part, for the officer's own nation; the last acceptance makes it ready")
    public Uni<Response> accept(@PathParam("id") UUID id) {
        return moving.move(id, Act.ACCEPT_EXERCISE, Move.ACCEPT, (kept, actor) -> {
            Exercise exercise = kept.document();
            if (exercise.accepted().contains(actor.nation())) {
                throw Problem.conflict(null, actor.nation() + " has accepted already.");
            }
            return moving.told(
                    kept,
                    exercise.acceptedBy(actor.nation()),
                    EventTypes.EXERCISE_ACCEPTED,
                    actor,
                    data -> data.put("party", actor.nation()));
        });
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Start it: a copy of the policy in force is taken, and the clock of its script runs")
    public Uni<Response> start(@PathParam("id") UUID id) {
        return moving.move(
                id,
                Act.START_EXERCISE,
                Move.START,
                (kept, actor) -> moving.told(
                        kept,
                        kept.document().started(kept.now()),
                        EventTypes.EXERCISE_STARTED,
                        actor,
                        data -> data.put("name", kept.document().scenario().name())));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop it for good, for instance because something real happens")
    public Uni<Response> stop(@PathParam("id") UUID id, Stopping sent) {
        authority.require(Act.STOP_EXERCISE);
        String reason = Field.present("", sent).reason();
        Field.text("/reason", reason, MAX_NOTE);
        return moving.move(
                id,
                Act.STOP_EXERCISE,
                Move.STOP,
                (kept, actor) -> moving.told(
                        kept,
                        kept.document().stopped(reason),
                        EventTypes.EXERCISE_STOPPED,
                        actor,
                        data -> data.put("reason", reason)));
    }
}
