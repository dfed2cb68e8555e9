package org.entente.crisis.exercise;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.exercise.Scenario.Expected;
import org.entente.crisis.input.Field;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Reacting to what has come about in an exercise. */
@Path("/crisis/exercises/{id}/reactions")
@Authenticated
@Tag(name = "Exercises")
public class ReactionResource {
    private static final int MAX_NOTE = 1_000;

    private final Authority authority;
    private final Caller caller;
    private final Moving moving;

    ReactionResource(Authority authority, Caller caller, Moving moving) {
        this.authority = authority;
        this.caller = caller;
        this.moving = moving;
    }

    /** What somebody does. */
    @RegisterForReflection
    record Reacting(String reaction, @Nullable String note) {}

    @POST
    @Operation(summary = "React to what has come about, for the person's own nation")
    public Uni<Response> react(@PathParam("id") UUID id, Reacting sent) {
        authority.require(Act.TAKE_PART);
        Reacting reacting = Field.present("", sent);
        Field.word("/reaction", reacting.reaction());
        if (reacting.note() != null) {
            Field.text("/note", reacting.note(), MAX_NOTE);
        }
        Set<String> roles =
                Stream.of(Role.values()).filter(caller::has).map(Role::wireName).collect(Collectors.toSet());
        return moving.move(id, Act.TAKE_PART, Move.REACT, (kept, actor) -> reacted(kept, actor, reacting, roles));
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
        if (exercise.journal().reaction(expected.id()).isPresent()) {
            throw Problem.conflict(null, "Somebody has done this already.");
        }
        boolean isKept = !kept.now().isAfter(exercise.due(expected).orElseThrow());
        Journal.Reaction reaction = new Journal.Reaction(
                expected.id(), kept.now(), actor.name(), actor.subject(), actor.nation(), isKept, reacting.note());
        return moving.told(
                kept, exercise.react(reaction, expected), EventTypes.EXERCISE_REACTED, actor, data -> data.put(
                                "reaction", expected.id())
                        .put("kept", isKept));
    }
}
