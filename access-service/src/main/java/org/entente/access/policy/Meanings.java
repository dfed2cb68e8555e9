package org.entente.access.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Collection;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What labels mean under one policy, worked out once for each label: there are few different ones. Those asked for least
 * are forgotten and worked out again, so that it costs a bounded amount of memory.
 */
final class Meanings {
    /** In entries of lists, so that long labels count for more. */
    private static final long MOST_ENTRIES = 500_000;

    private static final int LEAST_PER_LABEL = 8;

    private final Labels labels;
    private final Words words;
    private final Cache<Marked, Meaning> known = Caffeine.newBuilder()
            .maximumWeight(MOST_ENTRIES)
            .weigher((Marked marked, Meaning meaning) -> entries(marked.label))
            .executor(Runnable::run)
            .build();

    Meanings(Labels labels, Words words) {
        this.labels = labels;
        this.words = words;
    }

    /** @throws org.entente.label.LabelException where the label says something unknown */
    Meaning of(Label label, @Nullable String originator, Instant instant) {
        Marked marked = new Marked(label, originator, Labels.day(instant));
        Meaning meaning = known.getIfPresent(marked);
        if (meaning == null) {
            meaning = new Meaning(labels.normalise(label, originator, instant), labels, words);
            known.put(marked, meaning);
        }
        return meaning;
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
    private record Marked(Label label, @Nullable String originator, long day) {}
}
