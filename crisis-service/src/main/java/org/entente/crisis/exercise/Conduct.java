package org.entente.crisis.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.crisis.exercise.Journal.Answered;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.exercise.Scenario.Kind;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Turn;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the clock and the copy of policy make of an exercise, with its events; every one of them is marked as of an exercise. */
final class Conduct {
    private final ObjectMapper json;

    Conduct(ObjectMapper json) {
        this.json = json;
    }

    /** Everything that is due comes about, in the order of the script; when nothing is left, it is scored. */
    Turn<Exercise> tick(Kept<Exercise> kept) {
        Exercise exercise = kept.document();
        Instant now = kept.now();
        Instant start = Objects.requireNonNull(exercise.startedAt(), "it is running");
        List<Inject> due = exercise.waiting()
                .filter(inject -> !start.plus(inject.at()).isAfter(now))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        if (due.isEmpty()) {
            return exercise.isOver(now) ? completed(kept) : Turn.of(exercise);
        }
        Move.INJECT.from(exercise.state(), Move.Part.CLOCK);
        List<Event> events = new ArrayList<>();
        for (Inject inject : due) {
            exercise = exercise.inject(inject, now);
            events.add(injected(kept.id(), exercise, inject));
        }
        return new Turn<>(exercise, events, Turn.of(exercise).also());
    }

    /** What was decided on the copy; what does not belong to it, or comes too late, changes nothing. */
    Turn<Exercise> answered(Kept<Exercise> kept, JsonNode data) {
        Exercise exercise = kept.document();
        String id = data.path("inject").asText();
        Optional<Inject> request =
                exercise.requests().filter(each -> each.id().equals(id)).findFirst();
        if (exercise.state() != State.RUNNING
                || request.isEmpty()
                || exercise.journal().answer(id).isPresent()) {
            return Turn.of(exercise);
        }
        Move.ANSWER.from(exercise.state(), Move.Part.CLOCK);
        List<String> codes = new ArrayList<>();
        data.path("codes").forEach(code -> codes.add(code.asText()));
        int permitted = data.path("permitted").asInt();
        Scenario.Outcome expected = request.get().outcome();
        return Turn.of(exercise.answer(new Answered(
                id,
                kept.now(),
                permitted,
                data.path("denied").asInt(),
                List.copyOf(codes),
                data.path("epoch").asLong(),
                expected == null || holds(expected, permitted, codes))));
    }

    private static boolean holds(Scenario.Outcome expected, int permitted, List<String> codes) {
        return (expected.permitted() == null || expected.permitted() == permitted)
                && (expected.codes() == null || codes.containsAll(expected.codes()));
    }

    private Turn<Exercise> completed(Kept<Exercise> kept) {
        Exercise exercise = kept.document();
        Move.COMPLETE.from(exercise.state(), Move.Part.CLOCK);
        Score score = Score.of(exercise);
        List<Event> events = new ArrayList<>();
        events.add(event(EventTypes.EXERCISE_SCORED, kept.id(), exercise, null, (ObjectNode)
                json.createObjectNode().set("score", json.valueToTree(score))));
        attested(kept, score).ifPresent(events::add);
        return new Turn<>(exercise.scored(score), events, Turn.of(exercise).also());
    }

    /** To each who reacted in time at least once, where the whole was good enough. */
    private Optional<Event> attested(Kept<Exercise> kept, Score score) {
        Exercise exercise = kept.document();
        Scenario scenario = exercise.scenario();
        if (scenario.course() == null || scenario.validFor() == null || score.percent() < scenario.mark()) {
            return Optional.empty();
        }
        ObjectNode data = json.createObjectNode().put("course", scenario.course());
        ArrayNode persons = data.putArray("persons");
        Set<String> seen = new HashSet<>();
        exercise.journal().reactions().stream()
                .filter(reaction -> reaction.kept() && seen.add(reaction.sub()))
                .forEach(reaction ->
                        persons.addObject().put("sub", reaction.sub()).put("partner", reaction.nation()));
        data.put("validUntil", kept.now().plus(scenario.validFor()).toString());
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(event(EventTypes.EXERCISE_COMPLETED, kept.id(), exercise, null, data));
    }

    /** A request goes with the copy of policy that it is decided on: all that the exercise has changed of it. */
    private Event injected(UUID id, Exercise exercise, Inject inject) {
        ObjectNode data = json.createObjectNode()
                .put("inject", inject.id())
                .put("kind", inject.kind().wireName());
        put(data, "text", inject.text());
        put(data, "indicator", inject.indicator());
        put(data, "severity", inject.severity());
        put(data, "concerns", inject.partner());
        if (inject.value() != null) {
            data.put("value", inject.value());
        }
        if (inject.kind() == Kind.REQUEST) {
            data.set("question", inject.question());
            data.set("copy", json.valueToTree(exercise.copy()));
        }
        return event(EventTypes.EXERCISE_INJECTED, id, exercise, null, data);
    }

    Event event(String type, UUID id, Exercise exercise, @Nullable String actor, ObjectNode data) {
        List<String> partners = exercise.scenario().partners();
        data.put("exercise", id.toString());
        return Event.of(type, id.toString(), partners.size() == 1 ? partners.get(0) : null, actor, data)
                .inExercise();
    }

    private static void put(ObjectNode data, String member, @Nullable String value) {
        if (value != null) {
            data.put(member, value);
        }
    }
}
