package org.entente.benchmarks.workload;

import java.util.List;

/**
 * Who asks, and from where.
 *
 * @param clearance a level of the alliance
 * @param assurance how the person logged in
 */
public record Person(
        String id, String partner, String clearance, List<String> compartments, String assurance, String country) {}
