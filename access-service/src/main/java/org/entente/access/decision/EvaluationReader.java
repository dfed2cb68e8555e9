package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.access.decision.Question.Asset;
import org.entente.access.decision.Question.Context;
import org.entente.access.decision.Question.Person;
import org.entente.access.decision.Question.Portion;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.entente.http.Rfc3339;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/**
 * Reads one evaluation (AuthZEN Authorization API 1.0 section 6.1): leniently what AuthZEN defines, whose future fields are
 * to be passed over; strictly what is ours.
 */
@ApplicationScoped
class EvaluationReader {
    static final String PURPOSE = "context.purpose";

    /** Of who acts, what they do, and on what: these go into every record and event. */
    private static final int LONGEST_NAME = 4_096;

    private final ObjectMapper json;
    private final Vocabulary vocabulary;
    private final DecisionSettings settings;

    EvaluationReader(ObjectMapper json, Vocabulary vocabulary, DecisionSettings settings) {
        this.json = json;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ours(
            Subject subject, Resource resource, @Nullable Context context) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(@Nullable Person properties) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resource(@Nullable Asset properties) {}

    /** What may be asked, and of when. */
    enum Asking {
        /** Of now, to be decided and recorded. */
        NOW,
        /** Of any instant, to see what would be decided. */
        WHAT_IF,
        /** What was accepted and decided before, under the limits and the vocabulary of then. */
        AGAIN
    }

    /** @throws JsonProcessingException where a property of ours has another form, naming it */
    Asked read(ObjectNode evaluation) throws JsonProcessingException {
        Interoperable.require(evaluation);
        return read(evaluation, Asking.NOW);
    }

    /** Like {@link #read}, but of the instant that is stated, whichever it is. */
    Asked suppose(ObjectNode evaluation) throws JsonProcessingException {
        Interoperable.require(evaluation);
        return read(evaluation, Asking.WHAT_IF);
    }

    /** Reads the inputs of a recorded decision: the very same question. */
    Asked recorded(ObjectNode inputs) throws JsonProcessingException {
        return read(inputs, Asking.AGAIN);
    }

    private Asked read(ObjectNode evaluation, Asking asking) throws JsonProcessingException {
        ObjectNode inputs = json.createObjectNode();
        String subject = entity(evaluation, "subject", "type", "id", inputs);
        String action = entity(evaluation, "action", "name", "name", inputs);
        String resource = entity(evaluation, "resource", "type", "id", inputs);
        copyContext(evaluation, inputs);
        if (!resource.equals("asset")) {
            return new Asked(new Question.UnderHouseRules(inputs, instantOf(inputs, asking)), inputs);
        }
        Optional<Act> act = Act.of(action);
        if (!subject.equals("person") || act.isEmpty()) {
            String why = "no rule for " + action + " of " + resource + " by " + subject;
            return new Asked(new Question.Unruled(why), inputs);
        }
        Asked asked = ofAsset(act.get(), inputs, asking);
        return asking == Asking.AGAIN && evaluation.has(Asked.SPENT) ? asked.without(spent(evaluation)) : asked;
    }

    private static Set<UUID> spent(ObjectNode recorded) {
        Set<UUID> spent = new HashSet<>();
        recorded.path(Asked.SPENT).forEach(licence -> spent.add(UUID.fromString(licence.asText())));
        return spent;
    }

    private Asked ofAsset(Act act, ObjectNode inputs, Asking asking) throws JsonProcessingException {
        Ours ours = json.treeToValue(inputs, Ours.class);
        Asset asset = Objects.requireNonNullElseGet(ours.resource().properties(), Asset::unknown);
        Context stated = Objects.requireNonNullElseGet(ours.context(), () -> new Context(null, null, null));
        if (asking != Asking.AGAIN) {
            requireLimits(asset);
            requirePurpose(act, stated.purpose());
        }
        boolean isExercise = Boolean.TRUE.equals(stated.exercise());
        Instant instant = instant(stated.instant(), isExercise || asking != Asking.NOW);
        Context context = new Context(stated.purpose(), instant, isExercise, stated.recipient());
        inputs.withObject("/context").put("instant", String.valueOf(context.instant()));
        Person person = Objects.requireNonNullElseGet(ours.subject().properties(), Person::unknown);
        return new Asked(new Question.OfAsset(person, act, asset, context, inputs), inputs);
    }

    static void copyContext(ObjectNode evaluation, ObjectNode inputs) {
        JsonNode context = evaluation.path("context");
        if (!context.isMissingNode() && !context.isNull()) {
            inputs.set("context", object(evaluation, "context").deepCopy());
        }
    }

    /** The instant of a question under house rules, whose context is otherwise free; the inputs keep it. */
    Instant instantOf(ObjectNode inputs, Asking asking) {
        JsonNode stated = inputs.at("/context/instant");
        JsonNode exercise = inputs.at("/context/exercise");
        if (!exercise.isMissingNode() && !exercise.isNull() && !exercise.isBoolean()) {
            throw Problem.badRequest("/context/exercise", "is neither true nor false");
        }
        boolean hasItsOwn = exercise.booleanValue() || asking != Asking.NOW;
        Instant instant = instant(stated.isMissingNode() || stated.isNull() ? null : parsed(stated), hasItsOwn);
        inputs.withObject("/context").put("instant", instant.toString());
        return instant;
    }

    private static Instant parsed(JsonNode stated) {
        return Rfc3339.parse(stated.isTextual() ? stated.textValue() : "", "/context/instant");
    }

    private void requireLimits(Asset asset) {
        List<Portion> portions = asset.portions();
        List<Portion> tearlines = asset.tearlines();
        if (portions.size() + tearlines.size() > settings.maxPortions()) {
            throw Problem.tooLarge(
                    "/resource/properties/portions", "has more than " + settings.maxPortions() + " entries");
        }
        requireIdentifiers(portions, "/resource/properties/portions/");
        requireIdentifiers(tearlines, "/resource/properties/tearlines/");
    }

    private static void requireIdentifiers(List<Portion> portions, String pointer) {
        Set<String> identifiers = new HashSet<>();
        for (int index = 0; index < portions.size(); index++) {
            String id = portions.get(index).id();
            if (id == null || !identifiers.add(id)) {
                throw Problem.badRequest(pointer + index + "/id", id == null ? "is required" : "is there twice");
            }
        }
    }

    private void requirePurpose(Act act, @Nullable String purpose) {
        if (purpose == null && act != Act.DISCOVER) {
            throw Problem.badRequest(PURPOSE, "is required");
        }
        if (purpose != null && !vocabulary.purposes().contains(purpose)) {
            throw Problem.badRequest(PURPOSE, "is not a purpose of the vocabulary");
        }
    }

    /** Now, whatever is stated; only exercises and what is not decided for real have a time of their own. */
    private Instant instant(@Nullable Instant stated, boolean hasItsOwn) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (stated == null) {
            return now;
        }
        if (hasItsOwn) {
            return stated;
        }
        if (Duration.between(stated, now).abs().compareTo(settings.clockTolerance()) > 0) {
            throw Problem.badRequest("/context/instant", "is not now; other instants are for exercises");
        }
        return now;
    }

    /** Copies an entity to the inputs, requires its members to be strings, and returns the first. */
    static String entity(ObjectNode evaluation, String name, String first, String second, ObjectNode inputs) {
        ObjectNode entity = object(evaluation, name);
        String value = text(entity, name, first);
        text(entity, name, second);
        if (entity.hasNonNull("properties") && !entity.get("properties").isObject()) {
            throw Problem.badRequest("/" + name + "/properties", "is not an object");
        }
        inputs.set(name, entity);
        return value;
    }

    private static ObjectNode object(ObjectNode evaluation, String name) {
        JsonNode node = evaluation.path(name);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.badRequest(
                "/" + name, node.isMissingNode() || node.isNull() ? "is required" : "is not an object");
    }

    private static String text(ObjectNode entity, String name, String member) {
        JsonNode value = entity.path(member);
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > LONGEST_NAME) {
            String form = "must be a string of 1 to " + LONGEST_NAME + " characters";
            throw Problem.badRequest("/" + name + "/" + member, form);
        }
        return value.textValue();
    }
}
