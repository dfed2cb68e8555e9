package org.entente.label.stix;

/**
 * How large a bundle may be.
 *
 * @param portions objects and separately marked properties together
 * @param depth levels of nesting, the bundle being the first
 */
public record Limits(int portions, int depth) {}
