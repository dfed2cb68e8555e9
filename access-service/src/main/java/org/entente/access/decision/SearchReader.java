package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.events.CanonicalJson;
import org.entente.label.Act;

/**
 * Reads a search (AuthZEN Authorization API 1.0 sections 8.4 to 8.6): what is sought needs no identifier, and one that is
 * stated is passed over; what is not sought has to be identified.
 */
@ApplicationScoped
class SearchReader {
    private static final String ASSET = "asset";

    private final ObjectMapper json;
    private final EvaluationReader evaluations;

    SearchReader(ObjectMapper json, EvaluationReader evaluations) {
        this.json = json;
        this.evaluations = evaluations;
    }

    /** @throws JsonProcessingException where a property of ours has another form, naming it */
    Decisions.Findable read(Search.Kind kind, ObjectNode request) throws JsonProcessingException {
        ObjectNode inputs = json.createObjectNode().put("search", kind.wireName());
        String subject = entity(kind, Search.Kind.SUBJECT, request, inputs);
        if (kind != Search.Kind.ACTION) {
            EvaluationReader.entity(request, "action", "name", "name", inputs);
        }
        String resource = entity(kind, Search.Kind.RESOURCE, request, inputs);
        EvaluationReader.copyContext(request, inputs);
        Paging paging = Paging.of(
                request.path("page"), CanonicalJson.sha256(json, inputs).substring(0, 16));
        if (request.path("page").isObject()) {
            inputs.set("page", request.get("page"));
        }
        return new Decisions.Findable(new Asked(search(kind, subject, resource, inputs), inputs), paging);
    }

    private Search search(Search.Kind kind, String subject, String resource, ObjectNode inputs)
            throws JsonProcessingException {
        if (!resource.equals(ASSET)) {
            return overInventory(kind, inputs);
        }
        return kind == Search.Kind.ACTION && subject.equals("person") ? actionsOnAsset(inputs) : new Search.Nothing();
    }

    private Search overInventory(Search.Kind kind, ObjectNode inputs) {
        Instant instant = evaluations.instantOf(inputs);
        ObjectNode stated = inputs.deepCopy();
        JsonNode narrowing = stated.path(kind.wireName()) instanceof ObjectNode sought
                ? sought.path("properties")
                : MissingNode.getInstance();
        stated.withObject("/" + kind.wireName()).remove("properties");
        return new Search.OverInventory(kind, stated, narrowing, instant);
    }

    /** Without a purpose nothing but discovery can be permitted, so nothing else is asked. */
    private Search actionsOnAsset(ObjectNode inputs) throws JsonProcessingException {
        boolean isForPurpose = inputs.at("/context/purpose").isTextual();
        List<Question.OfAsset> questions = new ArrayList<>();
        for (Act act : Stream.of(Act.values())
                .sorted(Comparator.comparing(Act::wireName))
                .filter(act -> isForPurpose || act == Act.DISCOVER)
                .toList()) {
            ObjectNode asked = inputs.deepCopy();
            asked.putObject("action").put("name", act.wireName());
            if (evaluations.read(asked).question() instanceof Question.OfAsset question) {
                questions.add(question);
            }
        }
        questions.stream().findFirst().ifPresent(question -> inputs.withObject("/context")
                .put("instant", String.valueOf(question.context().instant())));
        return new Search.ActionsOnAsset(questions);
    }

    /** Copies an entity to the inputs, without an identifier that does not count, and returns its type. */
    private static String entity(Search.Kind sought, Search.Kind kind, ObjectNode request, ObjectNode inputs) {
        String name = kind.wireName();
        String type = EvaluationReader.entity(request, name, "type", sought == kind ? "type" : "id", inputs);
        if (sought == kind) {
            ObjectNode copy = inputs.withObject("/" + name).deepCopy();
            copy.remove("id");
            inputs.set(name, copy);
        }
        return type;
    }
}
