package org.entente.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * How far a person may read, under one marking policy.
 *
 * @param compartments held; an unqualified one belongs to {@code policy}
 */
public record Clearance(String policy, String classification, List<String> compartments) {

    private static final int LONGEST_CLAIM = 4_096;

    public Clearance {
        compartments = List.copyOf(compartments);
    }

    /** The clearance of a token's claim, {@code POLICY:LEVEL[:COMPARTMENT…]}.
     * @throws LabelException where it has another form
     */
    public static Clearance parse(String claim) {
        List<String> parts = claim.length() > LONGEST_CLAIM ? List.of() : List.of(claim.split(":", -1));
        if (parts.size() < 2 || !parts.stream().allMatch(Syntax::isName)) {
            throw new LabelException("", "is not of the form POLICY:LEVEL[:COMPARTMENT…]");
        }
        return new Clearance(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    }

    /** The clearance of a JSON object, read strictly.
     * @throws LabelException naming the field that is to blame
     */
    public static Clearance of(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "policy", "classification", "compartments");
        return new Clearance(
                fields.required("policy"),
                fields.required("classification"),
                Objects.requireNonNullElse(fields.texts("compartments"), List.of()));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Clearance forJackson(JsonNode json) throws JsonMappingException {
        try {
            return of(json);
        } catch (LabelException fault) {
            throw fault.forJackson(Clearance.class);
        }
    }

    /** Whether a qualified compartment is held; one held without a policy belongs to the policy of the clearance. */
    boolean holds(String qualified) {
        for (String compartment : compartments) {
            if (compartment.indexOf(':') >= 0 ? compartment.equals(qualified) : isOurs(compartment, qualified)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOurs(String compartment, String qualified) {
        return qualified.length() == policy.length() + 1 + compartment.length()
                && qualified.startsWith(policy)
                && qualified.charAt(policy.length()) == ':'
                && qualified.endsWith(compartment);
    }

    static String qualified(String compartment, String policy) {
        return compartment.indexOf(':') >= 0 ? compartment : policy + ":" + compartment;
    }
}
