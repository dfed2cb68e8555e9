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
import org.entente.access.decision.EvaluationReader.Asking;
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
        Interoperable.require(request);
        return read(kind, request, Asking.NOW);
    }

    /** Reads the inputs of a recorded search: the very same one. */
    Decisions.Findable recorded(ObjectNode inputs) throws JsonProcessingException {
        return read(Search.Kind.of(inputs.path("search").asText()), inputs, Asking.AGAIN);
    }

    private Decisions.Findable read(Search.Kind kind, ObjectNode request, Asking asking)
            throws JsonProcessingException {
        ObjectNode inputs = json.createObjectNode().put("search", kind.wireName());
        String subject = entity(kind, Search.Kind.SUBJECT, request, inputs);
        if (kind != Search.Kind.ACTION) {
            EvaluationReader.entity(request, "action", "name", "name", inputs);
        }
        String resource = entity(kind, Search.Kind.RESOURCE, request, inputs);
        EvaluationReader.copyContext(request, inputs);
        Paging paging = Paging.of(request.path("page"), digest(inputs));
        if (request.path("page").isObject()) {
            inputs.set("page", request.get("page"));
        }
        Sought sought = new Sought(kind, subject, resource);
        return new Decisions.Findable(new Asked(search(sought, inputs, asking), inputs), paging);
    }

    /** Of all but the instant, which is another for each page. */
    private String digest(ObjectNode inputs) {
        ObjectNode lasting = inputs.deepCopy();
        lasting.withObject("/context").remove("instant");
        return CanonicalJson.sha256(json, lasting).substring(0, 16);
    }

    /** What is sought, of what types. */
    private record Sought(Search.Kind kind, String subject, String resource) {
        boolean isActionOnAsset() {
            return kind == Search.Kind.ACTION && subject.equals("person");
        }
    }

    private Search search(Sought sought, ObjectNode inputs, Asking asking) throws JsonProcessingException {
        if (!sought.resource().equals(ASSET)) {
            return overInventory(sought.kind(), inputs, asking);
        }
        return sought.isActionOnAsset() ? actionsOnAsset(inputs, asking) : new Search.Nothing();
    }

    private Search overInventory(Search.Kind kind, ObjectNode inputs, Asking asking) {
        Instant instant = evaluations.instantOf(inputs, asking);
        ObjectNode stated = inputs.deepCopy();
        JsonNode narrowing = stated.path(kind.wireName()) instanceof ObjectNode sought
                ? sought.path("properties")
                : MissingNode.getInstance();
        stated.withObject("/" + kind.wireName()).remove("properties");
        return new Search.OverInventory(kind, stated, narrowing, instant);
    }

    /** Without a purpose nothing but discovery can be permitted, so nothing else is asked. */
    private Search actionsOnAsset(ObjectNode inputs, Asking asking) throws JsonProcessingException {
        boolean isForPurpose = inputs.at("/context/purpose").isTextual();
        evaluations.instantOf(inputs, asking);
        List<Question.OfAsset> questions = new ArrayList<>();
        for (Act act : Stream.of(Act.values())
                .sorted(Comparator.comparing(Act::wireName))
                .filter(act -> isForPurpose || act == Act.DISCOVER)
                .toList()) {
            ObjectNode asked = inputs.deepCopy();
            asked.putObject("action").put("name", act.wireName());
            if (question(asked, asking) instanceof Question.OfAsset question) {
                questions.add(question);
            }
        }
        return new Search.ActionsOnAsset(questions);
    }

    /** All of one instant, which has been looked at before. */
    private Question question(ObjectNode asked, Asking asking) throws JsonProcessingException {
        return asking == Asking.AGAIN
                ? evaluations.recorded(asked).question()
                : evaluations.suppose(asked).question();
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
