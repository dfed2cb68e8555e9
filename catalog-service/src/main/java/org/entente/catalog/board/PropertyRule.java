package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.entente.http.Problem;

/**
 * Which properties of objects of a type pass.
 *
 * @param isOnly whether these are the only ones; otherwise they are the only ones that do not
 */
record PropertyRule(boolean isOnly, Set<String> names) {
    static final PropertyRule EVERY = new PropertyRule(false, Set.of());

    /** Without these there is no object, or nobody knows how it is marked or that it is revoked. */
    private static final Set<String> ALWAYS = Set.of(
            "type", "id", "spec_version", "created", "modified", "revoked", "object_marking_refs", "granular_markings");

    private static final String ALLOWED = "allowed";
    private static final String FORBIDDEN = "forbidden";
    private static final String NAME = "[a-z][a-z0-9_]{1,249}";
    private static final int MOST = 200;

    boolean lets(String property) {
        return ALWAYS.contains(property) || isOnly == names.contains(property);
    }

    boolean isRestricting() {
        return isOnly || !names.isEmpty();
    }

    /** Whether any property might pass, of all that there may be, that does not under the other. */
    boolean isWiderThan(PropertyRule other) {
        if (other.isOnly) {
            return !isOnly || !other.names.containsAll(names);
        }
        return isOnly ? !Collections.disjoint(names, other.names) : !names.containsAll(other.names);
    }

    static PropertyRule of(JsonNode rule) {
        boolean isOnly = rule.has(ALLOWED);
        Set<String> names = new HashSet<>();
        rule.path(isOnly ? ALLOWED : FORBIDDEN).forEach(name -> names.add(name.asText()));
        return new PropertyRule(isOnly, Set.copyOf(names));
    }

    /** Makes sure that it can be one.
     * @throws Problem naming the field that is wrong
     */
    static void require(JsonNode rule, String pointer) {
        if (!rule.isObject() || rule.size() != 1 || !(rule.has(ALLOWED) || rule.has(FORBIDDEN))) {
            throw Problem.badRequest(pointer, "must have one member, " + ALLOWED + " or " + FORBIDDEN);
        }
        String kind = rule.has(ALLOWED) ? ALLOWED : FORBIDDEN;
        JsonNode names = rule.get(kind);
        if (!names.isArray() || names.isEmpty() || names.size() > MOST) {
            throw Problem.badRequest(pointer + "/" + kind, "must have 1 to " + MOST + " entries");
        }
        for (int index = 0; index < names.size(); index++) {
            if (!names.get(index).isTextual() || !names.get(index).textValue().matches(NAME)) {
                throw Problem.badRequest(pointer + "/" + kind + "/" + index, "is not a name of a property");
            }
            if (kind.equals(FORBIDDEN) && ALWAYS.contains(names.get(index).textValue())) {
                throw Problem.badRequest(pointer + "/" + kind + "/" + index, "is in every object");
            }
        }
    }
}
