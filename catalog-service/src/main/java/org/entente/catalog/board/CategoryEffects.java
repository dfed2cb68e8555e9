package org.entente.catalog.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.catalog.information.InformationPolicy;
import org.entente.catalog.information.RightsOwners;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;

/**
 * Compares what labels mean, and what they must say, under two information policies: a category that a label is in cannot go,
 * one that needs owners of rights goes on needing them, and where one comes to need them every label in it must have named them.
 */
final class CategoryEffects {
    private static final int MOST_FINDINGS = 100;

    private final Labels before;
    private final Labels after;
    private final RightsOwners ownersBefore;
    private final RightsOwners ownersAfter;

    CategoryEffects(InformationPolicy before, InformationPolicy after, MarkingPolicies policies) {
        this.before = new Labels(policies, before.vocabulary());
        this.after = new Labels(policies, after.vocabulary());
        this.ownersBefore = before.owners();
        this.ownersAfter = after.owners();
    }

    /** What the change would do to these labels from an instant on. */
    Report of(Instant from, Collection<StoredLabel> labels) {
        Report meaning = LabelEffects.of(before, after, from, labels);
        List<Finding> incompatible = new ArrayList<>(meaning.unreadable());
        List<Finding> widened = new ArrayList<>(meaning.widened());
        for (StoredLabel stored : labels) {
            if (!isRefused(ownersBefore, stored) && isRefused(ownersAfter, stored)) {
                add(incompatible, stored, "names no owners of rights, which it would have to");
            }
            categories(stored.label())
                    .filter(category -> ownersBefore.areRequiredIn(category) && !ownersAfter.areRequiredIn(category))
                    .findFirst()
                    .ifPresent(
                            category -> add(widened, stored, "would need no owners of rights any more in " + category));
        }
        return new Report(meaning.compared(), meaning.days(), List.copyOf(incompatible), List.copyOf(widened));
    }

    private static boolean isRefused(RightsOwners owners, StoredLabel stored) {
        try {
            owners.require(stored.label());
            return false;
        } catch (LabelException refused) {
            return true;
        }
    }

    private static Stream<String> categories(Label label) {
        Set<String> categories = new LinkedHashSet<>();
        List<Label> also = label.also();
        Stream.concat(Stream.of(label), also == null ? Stream.of() : also.stream())
                .forEach(each -> categories.addAll(Objects.requireNonNullElse(each.categories(), Set.of())));
        return categories.stream();
    }

    private static void add(List<Finding> findings, StoredLabel stored, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(stored.id(), null, what));
        }
    }
}
