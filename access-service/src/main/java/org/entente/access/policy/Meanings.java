package org.entente.access.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What labels mean under one policy, worked out once for each label: there are few different ones. Where they are many
 * after all, everything is forgotten and worked out again, so that it costs a bounded amount of memory.
 */
final class Meanings {
    /** In entries of lists, so that long labels count for more. */
    private static final long MOST_ENTRIES = 500_000;

    private static final int LEAST_PER_LABEL = 8;

    private final Labels labels;
    private final Words words;
    private final Map<Marked, Meaning> known = new ConcurrentHashMap<>();
    private final AtomicLong entries = new AtomicLong();

    Meanings(Labels labels, Words words) {
        this.labels = labels;
        this.words = words;
    }

    /** @throws org.entente.label.LabelException where the label says something unknown */
    Meaning of(Label label, @Nullable String originator, Instant instant) {
        Marked marked = new Marked(label, originator, Labels.day(instant));
        Meaning meaning = known.get(marked);
        if (meaning == null) {
            meaning = new Meaning(labels.normalise(label, originator, instant), labels, words);
            remember(marked, meaning);
        }
        return meaning;
    }

    private void remember(Marked marked, Meaning meaning) {
        if (entries.addAndGet(entries(marked.label)) > MOST_ENTRIES) {
            known.clear();
            entries.set(0);
        }
        known.put(marked, meaning);
    }

    private static int entries(Label label) {
        int entries = LEAST_PER_LABEL
                + size(label.originators())
                + size(label.releasableTo())
                + size(label.displayableTo())
                + size(label.compartments())
                + size(label.proprietaryOwners())
                + size(label.categories())
                + size(label.exportControls());
        if (label.also() != null) {
            for (Label other : label.also()) {
                entries += entries(other);
            }
        }
        return entries;
    }

    private static int size(@Nullable Collection<?> list) {
        return list == null ? 0 : list.size();
    }

    /** All that a meaning depends on besides the policy. */
    private record Marked(Label label, @Nullable String originator, long day) {
        @Override
        public int hashCode() {
            return 31 * label.hashCode() + Long.hashCode(day);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Marked that
                    && day == that.day
                    && Objects.equals(originator, that.originator)
                    && label.equals(that.label);
        }
    }
}
