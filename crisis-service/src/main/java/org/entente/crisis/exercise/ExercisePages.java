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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.exercise.ReactionResource.Reacting;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Exercises for people: what has come about, and what is expected of them now. */
@Path("/crisis/pages/exercises")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ExercisePages {
    static final String PATH = "/crisis/pages/exercises";

    private final ExerciseResource exercises;
    private final ReactionResource reactions;

    ExercisePages(ExerciseResource exercises, ReactionResource reactions) {
        this.exercises = exercises;
        this.reactions = reactions;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance exercises(ExerciseResource.Page page);

        static native TemplateInstance exercise(ExerciseView exercise, String path);
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
        return exercises
                .view(id)
                .map(shown -> Templates.exercise(shown.view(), "/crisis/pages/exercises/" + id + "/reactions"));
    }

    @POST
    @Path("{id}/reactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> react(@PathParam("id") UUID id, @RestForm String reaction) {
        return reactions.react(id, new Reacting(reaction, null)).map(done -> Response.seeOther(
                        URI.create("/crisis/pages/exercises/" + id))
                .build());
    }
}
