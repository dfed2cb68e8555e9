package org.entente.access.agreement;

import java.util.List;

/**
 * A further condition of an agreement: an expression in CEL that must be true.
 *
 * @param clause of the agreement that says so in words
 * @param expression over {@code subject}, {@code action} and {@code context} as the request states them, with
 *     {@code context.instant}, and over {@code resource}, the label in question: {@code resource.originators},
 *     {@code .policy}, {@code .classification}, {@code .categories}, {@code .compartments} and {@code .tier}
 */
public record Condition(String clause, String expression) {
    /** All that a condition can ask of the resource: the label in question. */
    public static final List<String> OF_RESOURCE =
            List.of("originators", "policy", "classification", "categories", "compartments", "tier");
}
