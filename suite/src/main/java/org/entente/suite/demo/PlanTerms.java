package org.entente.suite.demo;

import java.util.List;

/** The terms of a crisis plan, as they are proposed; durations in ISO 8601. */
public record PlanTerms(
        String name,
        List<String> partners,
        List<String> purposes,
        List<String> categories,
        int tier,
        String ceiling,
        String maxDuration,
        Criterion criterion) {

    /** When the plan may be activated by one person: the indicator was reported with at least this value (0 to 100), within this time. */
    public record Criterion(String indicator, int atLeast, String within) {}
}
