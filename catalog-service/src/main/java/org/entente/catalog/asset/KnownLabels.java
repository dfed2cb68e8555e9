package org.entente.catalog.asset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.catalog.content.InternedLabel;
import org.jspecify.annotations.Nullable;

/**
 * All labels in use, numbered in the order in which they came, and all sets of them. Immutable; what is known later has the
 * same numbers and some more.
 */
public final class KnownLabels {
    static final KnownLabels NONE = new KnownLabels(List.of(), Map.of(), Map.of());

    private final List<InternedLabel> labels;
    private final Map<String, Integer> numbers;
    private final Map<Integer, LabelSet> sets;

    private KnownLabels(List<InternedLabel> labels, Map<String, Integer> numbers, Map<Integer, LabelSet> sets) {
        this.labels = labels;
        this.numbers = numbers;
        this.sets = sets;
    }

    /** A set as it is stored. */
    record StoredSet(int id, String digest, List<String> labels) {
        boolean isIntact() {
            return LabelSet.digest(labels).equals(digest);
        }
    }

    /** These and some more. A label that is missing is in no set: nothing is shown because of it. */
    KnownLabels with(Collection<InternedLabel> moreLabels, Collection<StoredSet> moreSets) {
        List<InternedLabel> all = new ArrayList<>(labels);
        Map<String, Integer> numbered = new HashMap<>(numbers);
        for (InternedLabel label : moreLabels) {
            if (numbered.putIfAbsent(label.id(), all.size()) == null) {
                all.add(label);
            }
        }
        Map<Integer, LabelSet> byId = new HashMap<>(sets);
        moreSets.forEach(set -> byId.put(set.id(), numbered(set, numbered)));
        return new KnownLabels(List.copyOf(all), numbered, byId);
    }

    private static LabelSet numbered(StoredSet set, Map<String, Integer> numbers) {
        BitSet labels = new BitSet();
        set.labels().stream().filter(numbers::containsKey).map(numbers::get).forEach(labels::set);
        return new LabelSet(set.id(), set.digest(), labels);
    }

    boolean has(String label) {
        return numbers.containsKey(label);
    }

    /** By their numbers. */
    public List<InternedLabel> labels() {
        return labels;
    }

    /** The number of a label; absent for one that is not known. */
    public @Nullable Integer number(String label) {
        return numbers.get(label);
    }

    public @Nullable LabelSet set(int id) {
        return sets.get(id);
    }

    /** The labels of a set; none of one that is not known. */
    public List<InternedLabel> labels(int set) {
        LabelSet known = sets.get(set);
        return known == null
                ? List.of()
                : known.labels().stream().mapToObj(labels::get).toList();
    }

    /** The sets with at least one of those labels, by number. */
    public List<Integer> setsWithAny(BitSet wanted) {
        return sets.values().stream()
                .filter(set -> set.labels().intersects(wanted))
                .map(LabelSet::id)
                .toList();
    }
}
