package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.partner.Posture;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final UUID OLD = new UUID(1, 1);
    private static final UUID NEW = new UUID(2, 2);

    private final CompiledPolicy policy = new CompiledPolicy(
            7,
            new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn()),
            new Parts(Map.of("XBB", Posture.NORMAL), List.of(agreement(OLD)), List.of(grant(OLD)), List.of()));

    @Test
    void isAddedToWhatIsInForce() {
        // given
        Plan plan = new Plan("p", 0, List.of("XBB"), List.of("cyber-defence"), List.of("sensitive"), 2, "SECRET");
        Activation activation = new Activation("a", plan, START, END);
        Draft draft = new Draft(List.of(agreement(NEW)), List.of(grant(NEW)), List.of(activation), Set.of());

        // when
        CompiledPolicy drafted = policy.with(draft);

        // then
        assertThat(holdings(drafted))
                .extracting(holding -> holding.agreement().id())
                .containsExactly(OLD, NEW);
        assertThat(holdings(drafted).get(1).grants()).isEqualTo(1);
        assertThat(drafted.activations("XBB")).containsExactly(activation);
        assertThat(drafted.posture("XBB", START)).contains(Posture.NORMAL);
        assertThat(drafted.epoch()).isEqualTo(7);
    }

    @Test
    void leavesOutWhatWouldEnd() {
        // given
        Draft draft = new Draft(List.of(), List.of(), List.of(), Set.of(OLD));

        // when
        CompiledPolicy drafted = policy.with(draft);

        // then
        assertThat(holdings(drafted)).isEmpty();
        assertThat(drafted.grant(OLD)).isEmpty();
    }

    @Test
    void leavesThePolicyItselfAsItIs() {
        // when
        policy.with(new Draft(List.of(agreement(NEW)), List.of(), List.of(), Set.of(OLD)));

        // then
        assertThat(policy.agreement(OLD)).isPresent();
        assertThat(policy.agreement(NEW)).isEmpty();
        assertThat(holdings(policy)).hasSize(1);
    }

    private static List<Holding> holdings(CompiledPolicy policy) {
        Label label = Label.of(MarkingPolicies.ALLIANCE, "SECRET");
        Label sensitive = new Label(
                label.policy(),
                label.classification(),
                "XAA",
                null,
                null,
                null,
                null,
                false,
                null,
                List.of("sensitive"),
                null,
                null,
                null);
        return policy.holdings("XBB", policy.meaning(sensitive, null, START));
    }

    private static Agreement agreement(UUID id) {
        List<String> categories = List.of("sensitive");
        List<String> purposes = List.of("cyber-defence");
        return new Agreement(
                id,
                1,
                true,
                new Terms(
                        "XBB",
                        "t",
                        purposes,
                        categories,
                        "SECRET",
                        List.of("view"),
                        4,
                        START,
                        END,
                        null,
                        null,
                        List.of()));
    }

    private static Grant grant(UUID agreement) {
        return new Grant(
                agreement, new GrantTerms(agreement, 3, List.of("sensitive"), List.of("cyber-defence"), END, null));
    }
}
