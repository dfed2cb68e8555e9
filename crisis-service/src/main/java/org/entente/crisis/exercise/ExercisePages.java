package org.entente.crisis.exercise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.crisis.exercise.ExerciseResource.Stopping;
import org.entente.crisis.exercise.ReactionResource.Reacting;
import org.entente.crisis.input.Field;
import org.entente.http.Caller;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Exercises for people: what has come about, and what is expected of them now. */
@Path("/crisis/pages/exercises")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ExercisePages {
    static final String PATH = "/crisis/pages/exercises";

    private final Caller caller;
    private final ExerciseResource exercises;
    private final ReactionResource reactions;

    ExercisePages(Caller caller, ExerciseResource exercises, ReactionResource reactions) {
        this.caller = caller;
        this.exercises = exercises;
        this.reactions = reactions;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance exercises(ExerciseResource.Page page);

        static native TemplateInstance exercise(
                ExerciseView exercise, String path, boolean accepts, boolean starts, boolean stops);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") @Nullable UUID cursor) {
        return exercises.list(cursor).map(Templates::exercises);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") UUID id) {
        boolean accepts = Act.ACCEPT_EXERCISE.isOpenTo(caller);
        boolean starts = Act.START_EXERCISE.isOpenTo(caller);
        boolean stops = Act.STOP_EXERCISE.isOpenTo(caller);
        String nation = caller.nation();
        return exercises.view(id).map(shown -> {
            State state = shown.view().state();
            boolean isOver = state == State.COMPLETED || state == State.STOPPED;
            return Templates.exercise(
                    shown.view(),
                    PATH + "/" + id,
                    accepts
                            && state == State.DRAFTED
                            && !shown.view().accepted().contains(nation),
                    starts && state == State.READY,
                    stops && !isOver);
        });
    }

    @POST
    @Path("{id}/acceptances")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> accept(@PathParam("id") UUID id) {
        return back(id, exercises.accept(id));
    }

    @POST
    @Path("{id}/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> start(@PathParam("id") UUID id) {
        return back(id, exercises.start(id));
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> stop(@PathParam("id") UUID id, @RestForm @Nullable String reason) {
        return back(id, exercises.stop(id, new Stopping(Field.present("/reason", Entered.text(reason)))));
    }

    @POST
    @Path("{id}/reactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> react(@PathParam("id") UUID id, @RestForm String reaction) {
        return back(id, reactions.react(id, new Reacting(reaction, null)));
    }

    private static Uni<Response> back(UUID id, Uni<Response> done) {
        return done.map(ignored -> Onward.to(PATH + "/" + id));
    }
}
