package org.entente.crisis.exercise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.exercise.ExerciseView.Reader;
import org.entente.crisis.exercise.Move.Part;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Moves of an exercise: allowed, made and shown, in one transaction with their event. */
@RequestScoped
class Moving {
    private final Authority authority;
    private final Caller caller;
    private final HttpHeaders headers;
    private final Exercises exercises;
    private final ObjectMapper json;

    Moving(Authority authority, Caller caller, HttpHeaders headers, Exercises exercises, ObjectMapper json) {
        this.authority = authority;
        this.caller = caller;
        this.headers = headers;
        this.exercises = exercises;
        this.json = json;
    }

    Uni<Response> move(UUID id, Act act, Move move, BiFunction<Kept<Exercise>, Actor, Turn<Exercise>> make) {
        Actor actor = authority.require(act);
        @Nullable String expected = headers.getHeaderString(HttpHeaders.IF_MATCH);
        Reader reader = reader(actor);
        boolean isAuthority = caller.has(Role.CRISIS_AUTHORITY);
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        return exercises
                .shelf()
                .change(
                        id,
                        expected,
                        kept -> {
                            move.from(kept.document().state(), part(kept.document(), actor, isAuthority, isOfficer));
                            return make.apply(kept, actor);
                        },
                        kept -> ExerciseView.of(kept, reader))
                .map(kept -> EntityTag.answer(kept, ExerciseView.of(kept, reader)));
    }

    /** What a move makes of an exercise, with its event. */
    Turn<Exercise> told(Kept<Exercise> kept, Exercise next, String type, Actor actor, UnaryOperator<ObjectNode> say) {
        return Turn.of(
                next,
                exercises.conduct().event(type, kept.id(), next, actor.name(), say.apply(json.createObjectNode())));
    }

    Reader reader(Actor actor) {
        return new Reader(actor.isHome() && caller.has(Role.CRISIS_AUTHORITY), actor.nation());
    }

    /** A 404 problem for whoever has no part in it. */
    static void requirePart(Exercise exercise, Actor actor) {
        if (part(exercise, actor, false, false) == Part.STRANGER) {
            throw Problem.notFound();
        }
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
