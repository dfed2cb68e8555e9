package org.entente.catalog.access;

/**
 * A portion in a question.
 *
 * @param id by which the answer names it
 * @param label the key of its label among those of the question
 */
public record Portion(String id, String label) {}
