package org.entente.outbox;

/**
 * What a creating request made.
 *
 * @param location path of the new resource
 * @param body its representation
 */
public record Created(String location, Object body) {}
