package org.entente.audit.anomaly;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was noticed of the attacks in traffic, and what besides.
 *
 * @param detected of each scenario, how many
 * @param injected of each scenario, how many
 * @param falseAlarms what was noticed and is no attack
 * @param personMonths persons times months of traffic
 */
record Result(Map<Scenario, Integer> detected, Map<Scenario, Integer> injected, int falseAlarms, double personMonths) {

    private static final double DAYS_PER_MONTH = 30;

    static Result of(Traffic traffic, int days, List<Watch.Noticed> noticed) {
        Map<Scenario, Integer> detected = new EnumMap<>(Scenario.class);
        Map<Scenario, Integer> injected = new EnumMap<>(Scenario.class);
        for (Attack attack : traffic.attacks()) {
            injected.merge(attack.scenario(), 1, Integer::sum);
            detected.merge(attack.scenario(), noticed.stream().anyMatch(attack::explains) ? 1 : 0, Integer::sum);
        }
        int unexplained = (int) noticed.stream()
                .filter(one -> traffic.attacks().stream().noneMatch(attack -> attack.mayCause(one)))
                .count();
        return new Result(detected, injected, unexplained, traffic.persons() * days / DAYS_PER_MONTH);
    }

    Result plus(Result other) {
        Map<Scenario, Integer> found = new EnumMap<>(Scenario.class);
        Map<Scenario, Integer> all = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            found.put(scenario, detected.getOrDefault(scenario, 0) + other.detected.getOrDefault(scenario, 0));
            all.put(scenario, injected.getOrDefault(scenario, 0) + other.injected.getOrDefault(scenario, 0));
        }
        return new Result(found, all, falseAlarms + other.falseAlarms, personMonths + other.personMonths);
    }

    /** False alarms of a person in a month. */
    double falseAlarmRate() {
        return falseAlarms / personMonths;
    }
}
