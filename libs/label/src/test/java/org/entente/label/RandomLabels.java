package org.entente.label;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.label.MarkingPolicy.Group;
import org.jspecify.annotations.Nullable;

/** Generates labels and readers that mean something in a vocabulary. */
public final class RandomLabels {

    private static final List<String> COMPARTMENTS = List.of("ORION", "ALLIANCE:ORION", "XAA-NATIONAL:LYRA", "LYRA");
    private static final List<String> OWNERS = List.of("XAA-AEROWORKS", "XBB-YARDS");
    private static final List<ExportControl> CONTROLS =
            List.of(new ExportControl("EU", "5A002"), new ExportControl("EU", "5A001"), new ExportControl("XA", "I"));

    private final Random random;
    private final Labels vocabulary;
    private final List<String> categories;

    public RandomLabels(Random random, Labels vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
        this.categories = List.copyOf(vocabulary.categories().names());
    }

    public Label label() {
        MarkingPolicy policy = policy();
        return new Label(
                policy.name(),
                one(policy.levels()).name(),
                random.nextBoolean() ? null : one(Vocabularies.NATIONS),
                null,
                maybe(() -> nations(policy)),
                maybe(() -> nations(policy)),
                maybe(() -> some(COMPARTMENTS, 2)),
                random.nextInt(4) == 0,
                maybe(() -> some(OWNERS, 2)),
                maybe(() -> some(categories, 3)),
                maybe(() -> some(CONTROLS, 3)),
                random.nextBoolean() ? null : one(List.of(Tlp.values())),
                null);
    }

    Reader reader() {
        return Reader.of(
                one(Vocabularies.NATIONS),
                Stream.generate(this::clearance).limit(1 + random.nextInt(3)).toList(),
                vocabulary.policies());
    }

    public Instant instant() {
        return Vocabularies.FIRST_DAY
                .plusDays(random.nextInt(2 * Vocabularies.DAYS))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    Act act() {
        return one(List.of(Act.values()));
    }

    private Clearance clearance() {
        MarkingPolicy policy = policy();
        return new Clearance(policy.name(), one(policy.levels()).name(), some(COMPARTMENTS, 4));
    }

    private MarkingPolicy policy() {
        return vocabulary
                .policies()
                .find(one(List.copyOf(vocabulary.policies().names())))
                .orElseThrow();
    }

    private List<String> nations(MarkingPolicy policy) {
        List<String> groups = Stream.concat(policy.groups().stream(), alliance().groups().stream())
                .map(Group::code)
                .toList();
        return switch (random.nextInt(6)) {
            case 0 -> List.of("*");
            case 1 -> some(groups, 3);
            case 2 -> Vocabularies.NATIONS;
            default ->
                Stream.concat(some(Vocabularies.NATIONS, 6).stream(), some(groups, 2).stream())
                        .toList();
        };
    }

    private MarkingPolicy alliance() {
        return vocabulary.policies().find(MarkingPolicies.ALLIANCE).orElseThrow();
    }

    private <T> @Nullable List<T> maybe(Supplier<List<T>> list) {
        return random.nextInt(3) == 0 ? null : list.get();
    }

    private <T> List<T> some(List<T> from, int atMost) {
        return Stream.generate(() -> one(from))
                .limit(random.nextInt(atMost + 1))
                .toList();
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
