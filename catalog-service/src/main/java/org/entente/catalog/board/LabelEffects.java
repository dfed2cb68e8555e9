package org.entente.catalog.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.label.Classification;
import org.entente.label.InformationCategories;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicy;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Compares what labels mean under two vocabularies: whether anybody, of whatever nation and clearance, would be let in who
 * was not.
 *
 * <p>Agreements, grants and consents speak of levels, categories and tiers and are the same under both. So no decision on any
 * set of labels can be wider unless one of these is: whom a label names, what it takes to read it, how deep it lies.
 */
final class LabelEffects {
    private static final int MOST_FINDINGS = 100;

    private final Labels before;
    private final Labels after;
    private final SortedSet<LocalDate> days;
    private final List<Finding> unreadable = new ArrayList<>();
    private final List<Finding> widened = new ArrayList<>();
    private final Map<Classification, Map<Classification, Optional<String>>> levels = new HashMap<>();

    private LabelEffects(Labels before, Labels after, Instant from) {
        this.before = before;
        this.after = after;
        this.days = days(List.of(before, after), from.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** What a change from an instant on would do to these labels. */
    static Report of(Labels before, Labels after, Instant from, Collection<StoredLabel> labels) {
        LabelEffects effects = new LabelEffects(before, after, from);
        labels.forEach(effects::compare);
        return new Report(
                labels.size(), effects.days.size(), List.copyOf(effects.unreadable), List.copyOf(effects.widened));
    }

    /** The first day, and each later one on which a membership begins or ends: in between nothing changes. */
    private static SortedSet<LocalDate> days(List<Labels> vocabularies, LocalDate first) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(first);
        for (Labels vocabulary : vocabularies) {
            for (String name : vocabulary.policies().names()) {
                vocabulary.policies().find(name).ifPresent(policy -> addDays(policy, days));
            }
        }
        return new TreeSet<>(days.tailSet(first));
    }

    private static void addDays(MarkingPolicy policy, SortedSet<LocalDate> days) {
        policy.groups().forEach(group -> group.members().forEach(member -> {
            Optional.ofNullable(member.from()).ifPresent(days::add);
            Optional.ofNullable(member.until()).ifPresent(days::add);
        }));
    }

    private void compare(StoredLabel stored) {
        for (LocalDate day : days) {
            NormalLabel old = normal(before, stored, day);
            NormalLabel now = normal(after, stored, day);
            if (now == null && old != null) {
                add(unreadable, stored, day, "is not understood any more");
            } else if (now != null && old == null) {
                add(widened, stored, day, "is understood, and was not");
            } else if (now != null && old != null) {
                wider(old, now).ifPresent(what -> add(widened, stored, day, what));
            }
        }
    }

    private static @Nullable NormalLabel normal(Labels vocabulary, StoredLabel stored, LocalDate day) {
        try {
            return vocabulary.normalise(stored.label(), null, day.atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (LabelException notUnderstood) {
            return null;
        }
    }

    private Optional<String> wider(NormalLabel old, NormalLabel now) {
        if (!old.releasableTo().containsAll(now.releasableTo())) {
            return Optional.of("would be releasable to more nations");
        }
        if (!old.displayableTo().containsAll(now.displayableTo())) {
            return Optional.of("would be displayable to more nations");
        }
        if (!now.compartments().containsAll(old.compartments())
                || !now.proprietaryOwners().containsAll(old.proprietaryOwners())
                || !now.exportControls().containsAll(old.exportControls())
                || (old.originatorControlled() && !now.originatorControlled())) {
            return Optional.of("would lose a control");
        }
        if (after.categories().tier(now) < before.categories().tier(old) || losesProtection(old, now)) {
            return Optional.of("would lie less deep");
        }
        return levels.computeIfAbsent(old.classification(), level -> new HashMap<>())
                .computeIfAbsent(now.classification(), level -> widerLevel(old.classification(), level));
    }

    private boolean losesProtection(NormalLabel old, NormalLabel now) {
        return old.categories().stream().anyMatch(category -> isProtected(before, category))
                && now.categories().stream().noneMatch(category -> isProtected(after, category));
    }

    private static boolean isProtected(Labels vocabulary, String category) {
        InformationCategories categories = vocabulary.categories();
        return categories.knows(category) && categories.isProtected(category);
    }

    /** Whether it would take less to read material of a level: on the common scale, or with any clearance there is. */
    private Optional<String> widerLevel(Classification old, Classification now) {
        if (now.common() < old.common()) {
            return Optional.of("would be worth less on the common scale");
        }
        for (String policy : after.policies().names()) {
            for (MarkingPolicy.Level level :
                    after.policies().find(policy).orElseThrow().levels()) {
                boolean reads = reads(after, policy, level.name(), now);
                if (reads && !reads(before, policy, level.name(), old)) {
                    return Optional.of("would be read with " + policy + " " + level.name());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean reads(Labels vocabulary, String policy, String level, Classification material) {
        return vocabulary
                .policies()
                .classification(policy, level)
                .map(clearance -> clearance.dominates(material))
                .orElse(false);
    }

    private static void add(List<Finding> findings, StoredLabel stored, LocalDate day, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(stored.id(), day.toString(), what));
        }
    }
}
