package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a reader got who asked for a view: some portions, or a refusal without a byte of content. */
public record View(Answer answer) {

    public boolean isServed() {
        return answer.status() == 200;
    }

    /** Whether the answer is one of those that a reader gets who may not see anything of the asset. */
    public boolean isDenied() {
        return (answer.status() == 403 || answer.status() == 404)
                && !answer.json().has("bundle");
    }

    /** How many portions are in it. */
    public int shown() {
        return isServed() ? answer.json().path("portions").path("shown").asInt() : 0;
    }

    /** The identifiers of the STIX objects in it, whole or in part. */
    public List<String> objects() {
        return StreamSupport.stream(answer.json().path("bundle").path("objects").spliterator(), false)
                .map(object -> object.path("id").asText())
                .toList();
    }

    /** The decision behind it; absent where not even that may be known. */
    public Optional<String> decision() {
        return Optional.of(answer.json().path("decisionId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
