package org.entente.access.agreement;

/**
 * A further condition of an agreement: an expression in CEL that must be true.
 *
 * @param clause of the agreement that says so in words
 * @param expression over {@code subject}, {@code action}, {@code resource} and {@code context}: what the request says, the
 *     label in question as {@code resource.policy}, {@code .classification}, {@code .categories}, {@code .compartments} and
 *     {@code .tier}, and {@code context.instant}
 */
public record Condition(String clause, String expression) {}
