package org.entente.access.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would come out differently, counted in decisions.
 *
 * @param changed in any way
 * @param newlyPermitted denied before, with something to go after
 * @param newlyDenied the other way round
 * @param gaining with portions or a tearline more
 * @param losing with portions or a tearline less
 * @param byPartner those changed, for each partner
 * @param gained portions more that would have been shown, for each partner by category; a portion of two counts in both
 * @param passedOver not simulated: exercises, and records from before the history of policy
 */
record Tally(
        long changed,
        long newlyPermitted,
        long newlyDenied,
        long gaining,
        long losing,
        Map<String, Long> byPartner,
        Map<String, Map<String, Long>> gained,
        long passedOver) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, Map.of(), Map.of(), 0);

    /** @param categories of the portions gained, with how many are in each */
    Tally plus(Change change, @Nullable String partner, Map<String, Integer> categories) {
        Map<String, Long> partners = new TreeMap<>(byPartner);
        if (partner != null) {
            partners.merge(partner, 1L, Long::sum);
        }
        Change.Turn decision = change.decision();
        return new Tally(
                changed + 1,
                newlyPermitted + one(!decision.before() && decision.after()),
                newlyDenied + one(decision.before() && !decision.after()),
                gaining + one(change.gains()),
                losing + one(change.loses()),
                partners,
                partner == null || categories.isEmpty() ? gained : gainedBy(partner, categories),
                passedOver);
    }

    private Map<String, Map<String, Long>> gainedBy(String partner, Map<String, Integer> categories) {
        Map<String, Map<String, Long>> more = new TreeMap<>(gained);
        Map<String, Long> its = new TreeMap<>(more.getOrDefault(partner, Map.of()));
        categories.forEach((category, portions) -> its.merge(category, (long) portions, Long::sum));
        more.put(partner, its);
        return more;
    }

    Tally passingOver() {
        return new Tally(changed, newlyPermitted, newlyDenied, gaining, losing, byPartner, gained, passedOver + 1);
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }
}
