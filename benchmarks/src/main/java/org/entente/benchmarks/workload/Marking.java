package org.entente.benchmarks.workload;

import java.util.List;

/** What the one portion of a request is labelled with; its originator is the home nation. */
public record Marking(
        String classification,
        List<String> releasableTo,
        List<String> displayableTo,
        List<String> compartments,
        List<String> categories) {}
