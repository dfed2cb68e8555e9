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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.exercise.ExerciseView.Reader;
import org.entente.crisis.exercise.Move.Part;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.input.Field;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
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
            order by id limit $4""";

    private final Authority authority;
    private final Caller caller;
    private final Idempotency idempotency;
    private final ScenarioCheck check;
    private final Exercises exercises;
    private final Pool pool;
    private final ObjectMapper json;

    ExerciseResource(
            Authority authority,
            Caller caller,
            Idempotency idempotency,
            ScenarioCheck check,
            Exercises exercises,
            Pool pool,
            ObjectMapper json) {
        this.authority = authority;
        this.caller = caller;
        this.idempotency = idempotency;
        this.check = check;
        this.exercises = exercises;
        this.pool = pool;
        this.json = json;
    }

    /** What somebody does. */
    @RegisterForReflection
    record Reacting(String reaction, @Nullable String note) {}

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
    public record Page(List<ExerciseView> exercises, @Nullable UUID next) {}

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
        Reader reader = reader(actor);
        return exercises.shelf().find(id).map(kept -> {
            if (part(kept.document(), actor, false, false) == Part.STRANGER) {
                throw Problem.notFound();
            }
            return new Shown(kept, ExerciseView.of(kept, reader));
        });
    }

    @POST
    @Path("{id}/acceptances")
    @Operation(summary = "Take part, for the officer's own nation; the last acceptance makes it ready")
    public Uni<Response> accept(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
        return move(id, expected, Act.ACCEPT_EXERCISE, Move.ACCEPT, (kept, actor) -> {
            Exercise exercise = kept.document();
            if (exercise.accepted().contains(actor.nation())) {
                throw Problem.conflict(null, actor.nation() + " has accepted already.");
            }
            return told(kept, exercise.acceptedBy(actor.nation()), EventTypes.EXERCISE_ACCEPTED, actor, data ->
                    data.put("party", actor.nation()));
        });
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Start it: a copy of the policy in force is taken, and the clock of its script runs")
    public Uni<Response> start(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
        return move(id, expected, Act.START_EXERCISE, Move.START, (kept, actor) ->
                told(kept, kept.document().started(kept.now()), EventTypes.EXERCISE_STARTED, actor, data ->
                        data.put("name", kept.document().scenario().name())));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop it for good, for instance because something real happens")
    public Uni<Response> stop(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Stopping sent) {
        authority.require(Act.STOP_EXERCISE);
        String reason = Field.present("", sent).reason();
        Field.text("/reason", reason, MAX_NOTE);
        return move(id, expected, Act.STOP_EXERCISE, Move.STOP, (kept, actor) ->
                told(kept, kept.document().stopped(reason), EventTypes.EXERCISE_STOPPED, actor, data ->
                        data.put("reason", reason)));
    }

    @POST
    @Path("{id}/reactions")
    @Operation(summary = "React to what has come about, for the person's own nation")
    public Uni<Response> react(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Reacting sent) {
        authority.require(Act.TAKE_PART);
        Reacting reacting = Field.present("", sent);
        Field.word("/reaction", reacting.reaction());
        if (reacting.note() != null) {
            Field.text("/note", reacting.note(), MAX_NOTE);
        }
        Set<String> roles =
                Stream.of(Role.values()).filter(caller::has).map(Role::wireName).collect(Collectors.toSet());
        return move(id, expected, Act.TAKE_PART, Move.REACT, (kept, actor) -> reacted(kept, actor, reacting, roles));
    }

    private Turn<Exercise> reacted(Kept<Exercise> kept, Actor actor, Reacting reacting, Set<String> roles) {
        Exercise exercise = kept.document();
        Expected expected = exercise.scenario().reactions().stream()
                .filter(each -> each.id().equals(reacting.reaction()))
                .filter(each -> each.by().equals(actor.nation()))
                .filter(each -> exercise.due(each).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("/reaction", "is not expected of your nation now"));
        if (!roles.contains(expected.role())) {
            throw Problem.forbidden("This takes the role " + expected.role() + ".");
        }
        if (exercise.reaction(expected.id()).isPresent()) {
            throw Problem.conflict(null, "Somebody has done this already.");
        }
        boolean isKept = !kept.now().isAfter(exercise.due(expected).orElseThrow());
        Exercise.Reaction reaction = new Exercise.Reaction(
                expected.id(), kept.now(), actor.name(), actor.subject(), actor.nation(), isKept, reacting.note());
        return told(kept, exercise.react(reaction, expected), EventTypes.EXERCISE_REACTED, actor, data -> data.put(
                        "reaction", expected.id())
                .put("kept", isKept));
    }

    private Turn<Exercise> told(
            Kept<Exercise> kept, Exercise next, String type, Actor actor, UnaryOperator<ObjectNode> say) {
        return Turn.of(
                next,
                exercises
                        .conduct()
                        .event(type, kept.id(), next, actor.name(), say.apply(json.createObjectNode())));
    }

    private Uni<Response> move(
            UUID id,
            @Nullable String expected,
            Act act,
            Move move,
            BiFunction<Kept<Exercise>, Actor, Turn<Exercise>> make) {
        Actor actor = authority.require(act);
        Reader reader = reader(actor);
        boolean isAuthority = caller.has(Role.CRISIS_AUTHORITY);
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        return exercises
                .shelf()
                .change(
                        id,
                        expected,
                        kept -> {
                            move.from(
                                    kept.document().state(), part(kept.document(), actor, isAuthority, isOfficer));
                            return make.apply(kept, actor);
                        },
                        kept -> ExerciseView.of(kept, reader))
                .map(kept -> EntityTag.answer(kept, ExerciseView.of(kept, reader)));
    }

    private Reader reader(Actor actor) {
        return new Reader(actor.isHome() && caller.has(Role.CRISIS_AUTHORITY), actor.nation());
    }

    private static Part part(Exercise exercise, Actor actor, boolean isAuthority, boolean isOfficer) {
        if (actor.isHome()) {
            return isAuthority ? Part.AUTHORITY : Part.PARTICIPANT;
        }
        if (!exercise.scenario().partners().contains(actor.nation())) {
            return Part.STRANGER;
        }
        return isOfficer ? Part.OFFICER : Part.PARTICIPANT;
    }
}
