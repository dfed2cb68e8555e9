package org.entente.audit.anomaly;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The three ways of noticing, on the same traffic: the same thresholds for everyone, each one's own rates, and these with the forest. */
final class Comparison {

    private final int persons;
    private final int days;
    private final Map<String, Result> results = new LinkedHashMap<>();

    /** @param days of traffic, of which attacks are in the last third */
    Comparison(int persons, int days) {
        this.persons = persons;
        this.days = days;
    }

    /** Adds the traffic of a seed, with each scenario once. */
    Comparison add(long seed) {
        Traffic traffic = Traffic.attacked(seed, persons, days, List.of(Scenario.values()));
        List<Access> accesses = traffic.accesses();
        add("fixed thresholds", Result.of(traffic, days, new FixedThresholds().over(accesses)));
        add("own rates", Result.of(traffic, days, new Replay(withoutForest()).over(accesses)));
        add("own rates and forest", Result.of(traffic, days, new Replay(tuned()).over(accesses)));
        return this;
    }

    Result result(String name) {
        return results.get(name);
    }

    static Settings tuned() {
        return Settings.tuned(Traffic.places());
    }

    static Settings withoutForest() {
        Settings tuned = tuned();
        return new Settings(
                tuned.sensitivity(),
                tuned.learning(),
                Duration.ofHours(24),
                tuned.dormancy(),
                tuned.floors(),
                tuned.ceilings(),
                tuned.travel(),
                new Settings.Forest(0, 1, 1, 1, 1));
    }

    private void add(String name, Result result) {
        results.merge(name, result, Result::plus);
    }

    /** A table of how many of each scenario were detected, and of false alarms. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| scenario | ")
                .append(String.join(" | ", results.keySet()))
                .append(" |\n| --- |")
                .append(" ---: |".repeat(results.size()))
                .append('\n');
        Arrays.stream(Scenario.values()).forEach(scenario -> {
            table.append("| ").append(scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            results.values().forEach(result -> table.append(" | ")
                    .append(result.detected().get(scenario))
                    .append(" of ")
                    .append(result.injected().get(scenario)));
            table.append(" |\n");
        });
        table.append("| false alarms of a person in a month");
        results.values()
                .forEach(result -> table.append(String.format(Locale.ROOT, " | %.3f", result.falseAlarmRate())));
        return table.append(" |\n").toString();
    }
}
