package org.entente.label;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a label means at an instant: groups expanded, defaults filled in, compartments qualified. Normal forms are a
 * join-semilattice under {@link #rollUp}, so a banner has the same shape as the label of a portion.
 *
 * <p>Lists are sorted and without duplicates; {@code displayableTo} holds all of {@code releasableTo}.
 */
public record NormalLabel(
        Classification classification,
        List<String> originators,
        NationSet releasableTo,
        NationSet displayableTo,
        List<String> compartments,
        boolean originatorControlled,
        List<String> proprietaryOwners,
        List<String> categories,
        List<ExportControl> exportControls,
        @Nullable Tlp tlp) {

    public NormalLabel {
        originators = sorted(originators);
        compartments = sorted(compartments);
        proprietaryOwners = sorted(proprietaryOwners);
        categories = sorted(categories);
        exportControls = sorted(exportControls);
    }

    /** The banner of a whole that holds what both labels mark. */
    public NormalLabel rollUp(NormalLabel other) {
        if (equals(other)) {
            return this;
        }
        return new NormalLabel(
                classification.highest(other.classification),
                union(originators, other.originators),
                releasableTo.intersect(other.releasableTo),
                displayableTo.intersect(other.displayableTo),
                union(compartments, other.compartments),
                originatorControlled || other.originatorControlled,
                union(proprietaryOwners, other.proprietaryOwners),
                union(categories, other.categories),
                union(exportControls, other.exportControls),
                Tlp.stricter(tlp, other.tlp));
    }

    /** The wire form: a banner, with {@code originators}. */
    public Label toLabel() {
        return new Label(
                classification.policy(),
                classification.level(),
                null,
                originators,
                releasableTo.codes(),
                displayableTo.codes(),
                compartments,
                originatorControlled,
                proprietaryOwners,
                categories,
                exportControls,
                tlp,
                null);
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> list) {
        return list.size() < 2 ? List.copyOf(list) : List.copyOf(new TreeSet<>(list));
    }

    private static <T extends Comparable<T>> List<T> union(List<T> one, List<T> other) {
        if (other.isEmpty() || one.equals(other)) {
            return one;
        }
        TreeSet<T> either = new TreeSet<>(one);
        either.addAll(other);
        return List.copyOf(either);
    }
}
