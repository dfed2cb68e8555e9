package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entente.http.Problem;

/**
 * Several evaluations in one request (AuthZEN Authorization API 1.0 section 7): what each leaves out, the top level says.
 *
 * @param evaluations each complete
 */
record Batch(Semantic semantic, List<JsonNode> evaluations) {
    private static final List<String> MEMBERS = List.of("subject", "action", "resource", "context");

    /** How far to go (section 7.1.2.1). */
    enum Semantic {
        EXECUTE_ALL,
        DENY_ON_FIRST_DENY,
        PERMIT_ON_FIRST_PERMIT;

        boolean stopsAfter(boolean permitted) {
            return switch (this) {
                case EXECUTE_ALL -> false;
                case DENY_ON_FIRST_DENY -> !permitted;
                case PERMIT_ON_FIRST_PERMIT -> permitted;
            };
        }

        static Semantic of(JsonNode options) {
            if (!options.isMissingNode() && !options.isNull() && !options.isObject()) {
                throw Problem.badRequest("/options", "is not an object");
            }
            JsonNode stated = options.path("evaluations_semantic");
            if (stated.isMissingNode() || stated.isNull()) {
                return EXECUTE_ALL;
            }
            return switch (stated.asText()) {
                case "execute_all" -> EXECUTE_ALL;
                case "deny_on_first_deny" -> DENY_ON_FIRST_DENY;
                case "permit_on_first_permit" -> PERMIT_ON_FIRST_PERMIT;
                default -> throw Problem.badRequest("/options/evaluations_semantic", "is not a known semantic");
            };
        }
    }

    /** The evaluations of a request; none if it is a single one in the form of section 6. */
    static Batch of(ObjectNode request, int limit) {
        JsonNode stated = request.path("evaluations");
        if (!stated.isMissingNode() && !stated.isNull() && !stated.isArray()) {
            throw Problem.badRequest("/evaluations", "is not a list");
        }
        if (stated.size() > limit) {
            throw Problem.tooLarge("/evaluations", "has more than " + limit + " entries");
        }
        Repetition.require(request, stated.size());
        List<JsonNode> evaluations = new ArrayList<>();
        stated.forEach(item -> evaluations.add(item instanceof ObjectNode own ? merged(request, own) : item));
        return new Batch(Semantic.of(request.path("options")), evaluations);
    }

    /** What an evaluation states replaces the default as a whole (section 7.1.1); what it leaves out, the default says. */
    private static ObjectNode merged(ObjectNode defaults, ObjectNode own) {
        ObjectNode merged = own.objectNode();
        for (String member : MEMBERS) {
            JsonNode stated = own.hasNonNull(member) ? own.get(member) : defaults.get(member);
            if (stated != null) {
                merged.set(member, stated);
            }
        }
        return merged;
    }
}
