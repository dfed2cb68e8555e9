package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An act of the story was answered in a way that it cannot go on from; the message is one line. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PROBLEM = "application/problem+json";

    RefusedException(Answer answer) {
        super(answer.request() + " answered " + answer.status() + reason(answer), null, false, false);
    }

    private static String reason(Answer answer) {
        boolean isProblem = answer.headers().getOrDefault("content-type", List.of()).stream()
                .anyMatch(type -> type.startsWith(PROBLEM));
        if (!isProblem) {
            return "";
        }
        JsonNode problem = answer.json();
        String field = problem.path("field").asText();
        return ": " + (field.isEmpty() ? "" : field + " ")
                + problem.path("detail").asText();
    }
}
