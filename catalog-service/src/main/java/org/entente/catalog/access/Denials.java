package org.entente.catalog.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.entente.http.Problem;

/** How a denial is told to a reader who may know of the asset. */
public final class Denials {
    private Denials() {}

    /**
     * 401 with the challenge of RFC 9470 where a stronger or fresher login is all that is missing, so that whoever asks can go
     * for it and ask again; 403 otherwise.
     */
    public static Problem toReader(Decision decision, String detail) {
        JsonNode stepUp = decision.explanation().path("stepUp");
        if (!stepUp.path("acr").isTextual()) {
            return forbidden(decision, detail);
        }
        JsonNode maxAge = stepUp.path("maxAge");
        return told(
                decision,
                Problem.strongerLogin(
                        stepUp.path("acr").textValue(),
                        maxAge.isIntegralNumber() ? Duration.ofSeconds(maxAge.longValue()) : null));
    }

    /** 403: for whoever acts for the reader, and cannot log in for them. */
    public static Problem forbidden(Decision decision, String detail) {
        return told(decision, Problem.forbidden(detail));
    }

    private static Problem told(Decision decision, Problem problem) {
        return problem.with("decisionId", JsonNodeFactory.instance.textNode(decision.decisionId()))
                .with("explanation", decision.explanation())
                .with("remedies", decision.remedies());
    }
}
