package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.access.decision.Case.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What would come out differently.
 *
 * @param decision whether anything may go
 * @param discoverable whether the partner may know of the asset; absent if that stays the same
 * @param portionsGained that could not go, and could
 * @param portionsLost that could go, and could not
 * @param codesGone how many portions fewer each keeps back
 * @param codesNew how many portions more each keeps back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        Turn decision,
        @Nullable Turn discoverable,
        List<String> portionsGained,
        List<String> portionsLost,
        @Nullable String tearlineGained,
        @Nullable String tearlineLost,
        Map<String, Integer> codesGone,
        Map<String, Integer> codesNew,
        SortedSet<String> obligationsGone,
        SortedSet<String> obligationsNew) {

    /** Before and after. */
    record Turn(boolean before, boolean after) {}

    /** Empty if nothing would be different. */
    static Optional<Change> between(Outcome before, Outcome after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        boolean isSameTearline = Objects.equals(before.tearline(), after.tearline());
        return Optional.of(new Change(
                new Turn(before.permits(), after.permits()),
                before.isKnowable() == after.isKnowable() ? null : new Turn(before.isKnowable(), after.isKnowable()),
                beyond(after.portions(), before.portions()),
                beyond(before.portions(), after.portions()),
                isSameTearline ? null : after.tearline(),
                isSameTearline ? null : before.tearline(),
                beyond(before.codes(), after.codes()),
                beyond(after.codes(), before.codes()),
                beyond(before.obligations(), after.obligations()),
                beyond(after.obligations(), before.obligations())));
    }

    boolean gains() {
        return !portionsGained.isEmpty() || tearlineGained != null;
    }

    boolean loses() {
        return !portionsLost.isEmpty() || tearlineLost != null;
    }

    private static List<String> beyond(List<String> some, List<String> others) {
        List<String> rest = new ArrayList<>(some);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }

    private static SortedSet<String> beyond(SortedSet<String> some, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Map<String, Integer> beyond(Map<String, Integer> some, Map<String, Integer> others) {
        Map<String, Integer> rest = new TreeMap<>();
        some.forEach((code, portions) -> {
            int more = portions - others.getOrDefault(code, 0);
            if (more > 0) {
                rest.put(code, more);
            }
        });
        return rest;
    }
}
