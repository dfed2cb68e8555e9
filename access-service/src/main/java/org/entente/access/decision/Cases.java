package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.http.Problem;

/** Reads questions that are not asked to be answered: those of recorded decisions, and suppositions. */
@ApplicationScoped
public class Cases {
    private final EvaluationReader reader;
    private final SearchReader searches;
    private final ObjectMapper json;

    Cases(EvaluationReader reader, SearchReader searches, ObjectMapper json) {
        this.reader = reader;
        this.searches = searches;
        this.json = json;
    }

    /** The question of a decision, from the inputs on record; empty if these are no question any more. */
    public Optional<Case> recorded(String inputs) {
        try {
            return json.readTree(inputs) instanceof ObjectNode question
                    ? Optional.of(new Case(recorded(question)))
                    : Optional.empty();
        } catch (JsonProcessingException | Problem | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Decisions.Takeable recorded(ObjectNode inputs) throws JsonProcessingException {
        return inputs.has("search") ? searches.recorded(inputs) : new Decisions.Decidable(reader.recorded(inputs));
    }

    /**
     * A question in the form of AuthZEN Authorization API 1.0 section 6.1, of any instant (absent: now).
     *
     * @param pointer of the question in the request, for the problem document that refuses it
     */
    public Case supposed(ObjectNode evaluation, String pointer) {
        try {
            return new Case(new Decisions.Decidable(reader.suppose(evaluation)));
        } catch (JsonProcessingException exception) {
            throw Problem.badRequest(pointer, "has the wrong form: " + exception.getOriginalMessage());
        } catch (Problem problem) {
            throw problem.beneath(pointer);
        }
    }
}
