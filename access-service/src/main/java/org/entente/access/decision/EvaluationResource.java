package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.entente.http.Problem;
import org.entente.http.Problems;
import org.jspecify.annotations.Nullable;

/** Decisions, asked in AuthZEN Authorization API 1.0 by those who enforce them. */
@Path("/access/v1")
@RolesAllowed("policy-enforcement-point")
@Consumes(MediaType.WILDCARD) // another type than JSON is a 400 here, not a 415
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection(
        targets = {
            Answer.class,
            Answer.Told.class,
            Answer.Failure.class,
            Answer.Fault.class,
            Code.Remedy.class,
            Decision.View.class,
            Decision.Reason.class,
            Obligation.class,
            Explanation.class,
            Explanation.Home.class,
            Explanation.Permitted.class,
            Explanation.Denied.class,
            Explanation.Partner.class,
            EvaluationReader.Ours.class,
            EvaluationReader.Subject.class,
            EvaluationReader.Resource.class,
            Question.Person.class,
            Question.Asset.class,
            Question.Portion.class,
            Question.Context.class,
            StatedLabel.class,
            StepUp.class
        })
public class EvaluationResource {
    private static final String EXAMPLE = """
            {"subject": {"type": "person", "id": "a3f1", "properties": {"partner": "XBB", "nationalities": ["XBB"],
               "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "otp"}},
             "action": {"name": "view"},
             "resource": {"type": "asset", "id": "9b2e", "properties": {"originator": "XAA",
               "labels": {"l1": {"policy": "ALLIANCE", "classification": "SECRET", "releasableTo": ["XBB"],
                                 "categories": ["situational-awareness"]}},
               "portions": [{"id": "p1", "label": "l1"}]}},
             "context": {"purpose": "cyber-defence"}}""";

    private static final String VOID_AFTER =
            "The answer's header " + Exchange.VOID_AFTER + " says how many milliseconds"
                    + " after the question was sent a permit is void: count from sending, and ask again rather than rely on it.";

    private final Requests requests;
    private final EvaluationReader reader;
    private final Decisions decisions;
    private final DecisionSettings settings;

    EvaluationResource(Requests requests, EvaluationReader reader, Decisions decisions, DecisionSettings settings) {
        this.requests = requests;
        this.reader = reader;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** The answers to several evaluations, in their order (section 7.2). */
    @RegisterForReflection
    record Answers(List<Answer> evaluations) {}

    @POST
    @Path("/evaluation")
    @Operation(summary = "Decides one question", description = VOID_AFTER)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "view", value = EXAMPLE)))
    public Uni<Object> evaluation(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        return single(requests.read(type, body));
    }

    @POST
    @Path("/evaluations")
    @Operation(summary = "Decides several questions; what one leaves out, the top level says", description = VOID_AFTER)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Object> evaluations(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        ObjectNode request = requests.read(type, body);
        Batch batch = Batch.of(request, settings.maxEvaluations());
        if (batch.evaluations().isEmpty()) {
            return single(request);
        }
        List<Decisions.Item> items = new ArrayList<>();
        int portions = 0;
        for (JsonNode evaluation : batch.evaluations()) {
            Decisions.Item item = item(evaluation);
            portions += item.portions();
            if (portions > settings.maxPortions()) {
                throw Problem.tooLarge("/evaluations", "have more than " + settings.maxPortions() + " portions in all");
            }
            items.add(item);
        }
        return decisions.take(items, batch.semantic()).map(Answers::new);
    }

    private Uni<Object> single(ObjectNode request) throws JsonProcessingException {
        Decisions.Item item = new Decisions.Decidable(reader.read(request));
        return decisions.take(List.of(item), Batch.Semantic.EXECUTE_ALL).map(answers -> answers.get(0));
    }

    /** What is wrong with one evaluation is told in its place; but an unknown purpose is wrong with all that name it. */
    private Decisions.Item item(JsonNode evaluation) {
        try {
            if (evaluation instanceof ObjectNode object) {
                return new Decisions.Decidable(reader.read(object));
            }
            return new Decisions.Faulty(Problem.badRequest("", "is not an object"));
        } catch (JsonProcessingException exception) {
            return new Decisions.Faulty(Problems.told(exception));
        } catch (Problem problem) {
            if (EvaluationReader.PURPOSE.equals(problem.field()) || problem.status() != 400) {
                throw problem;
            }
            return new Decisions.Faulty(problem);
        }
    }
}
