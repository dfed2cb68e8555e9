package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.partner.Posture;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.label.Act;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.junit.jupiter.api.Test;

/** Of a policy with more categories and purposes than there are bits, so that some share one. */
class HoldingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> CATEGORIES = named("category-");
    private static final List<String> PURPOSES = named("purpose-");
    private static final UUID ONLY_FIRST = new UUID(0, 1);

    private final CompiledPolicy policy = new CompiledPolicy(
            7,
            new Labels(MarkingPolicies.builtIn(), InformationCategories.with(CATEGORIES)),
            new Parts(
                    Map.of("XBB", Posture.NORMAL),
                    List.of(
                            agreement(new UUID(0, 2), CATEGORIES, PURPOSES),
                            agreement(ONLY_FIRST, CATEGORIES.subList(0, 1), PURPOSES.subList(0, 1))),
                    List.of(grant(CATEGORIES.subList(0, 1), PURPOSES.subList(0, 1))),
                    List.of()));

    @Test
    void coversNoCategoryThatMerelySharesABit() {
        // given
        Holding onlyFirst = onlyFirst();

        // when
        Stream<Boolean> covered =
                CATEGORIES.stream().map(category -> onlyFirst.covers(reach(category, PURPOSES.get(0))));

        // then
        assertThat(covered.filter(isCovered -> isCovered)).hasSize(1);
    }

    @Test
    void isForNoPurposeThatMerelySharesABit() {
        // given
        Holding onlyFirst = onlyFirst();

        // when
        Stream<Boolean> agreed = PURPOSES.stream().map(purpose -> onlyFirst.isFor(reach(CATEGORIES.get(0), purpose)));

        // then
        assertThat(agreed.filter(isAgreed -> isAgreed)).hasSize(1);
    }

    @Test
    void neitherIsAGrantUnderIt() {
        // given
        HeldGrant grant = onlyFirst().grant(0);

        // when
        Stream<Boolean> granted = IntStream.range(0, CATEGORIES.size()).boxed().flatMap(place -> {
            Reach reach = reach(CATEGORIES.get(place), PURPOSES.get(place));
            return Stream.of(grant.isAbout(reach), grant.isFor(reach));
        });

        // then
        assertThat(granted.filter(isGranted -> isGranted)).hasSize(2);
    }

    private Holding onlyFirst() {
        Meaning meaning = reach(CATEGORIES.get(0), PURPOSES.get(0)).meaning();
        return policy.holdings("XBB", meaning).get(0);
    }

    private Reach reach(String category, String purpose) {
        Label label = new Label(
                MarkingPolicies.ALLIANCE,
                "RESTRICTED",
                "XAA",
                null,
                null,
                null,
                null,
                false,
                null,
                List.of(category),
                null,
                null,
                null);
        return new Reach(policy.meaning(label, null, START), Act.VIEW, policy.aim(purpose));
    }

    private static List<String> named(String prefix) {
        return IntStream.range(0, 100).mapToObj(number -> prefix + number).toList();
    }

    private static Agreement agreement(UUID id, List<String> categories, List<String> purposes) {
        Terms terms = new Terms(
                "XBB", "t", purposes, categories, "SECRET", List.of("view"), 3, START, END, null, null, List.of());
        return new Agreement(id, 1, true, terms);
    }

    private static Grant grant(List<String> categories, List<String> purposes) {
        return new Grant(new UUID(1, 1), new GrantTerms(ONLY_FIRST, 3, categories, purposes, END, null));
    }
}
