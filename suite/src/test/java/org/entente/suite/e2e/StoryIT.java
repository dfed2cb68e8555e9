package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Asset;
import org.entente.suite.demo.Explanation;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.SampleBundle;
import org.entente.suite.demo.View;
import org.entente.tlog.Receipt;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class StoryIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PackagedSuite suite;

    StoryIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void everyObjectBecomesAPortionWithItsLabel() {
        try (Acts acts = suite.acts()) {
            // given
            JsonNode bundle = SampleBundle.read();

            // when
            Asset asset = acts.register("Harbour lights", bundle);

            // then
            assertThat(asset.portions()).isEqualTo(bundle.path("objects").size() + Harbour.SEPARATELY_MARKED);
            assertThat(asset.labels().stream().mapToInt(Asset.Labelled::count).sum())
                    .isEqualTo(asset.portions());
        }
    }

    @Test
    void anAgreementComesIntoForceWhenThePartnersOwnOfficerConsents() {
        try (Acts acts = suite.acts()) {
            // given
            acts.registerPartner("XBB", "Republic of XBB");
            String agreement = acts.propose(Situation.terms(Instant.now().plus(HOUR)));

            // when
            String state = acts.consent("xbb-officer", agreement);

            // then
            assertThat(state).isEqualTo("in-force");
        }
    }

    @Test
    void theAnalystSeesExactlyThePortionsOfTierOne() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            View view = situation.view();

            // then
            assertThat(view.shown()).isEqualTo(situation.asset().portionsWithin(Situation.GRANTED));
            assertThat(view.objects()).containsExactlyInAnyOrderElementsOf(Harbour.objectsOfTierOne());
            assertThat(view.answer().text()).doesNotContain(Harbour.SECRETS);
        }
    }

    @Test
    void theAnalystFindsTheAssetInTheList() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            List<String> listed = situation.acts().discoverable("xbb-analyst", Situation.PURPOSE);

            // then
            assertThat(listed).contains(situation.asset().id());
        }
    }

    @Test
    void aStrangerGetsTheAnswerOfAnAssetThatDoesNotExist() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Answer ofNothing = acts.view("xcc-analyst", UUID.randomUUID().toString(), Situation.PURPOSE)
                    .answer();

            // when
            Answer ofAsset = acts.view("xcc-analyst", situation.asset().id(), Situation.PURPOSE)
                    .answer();

            // then
            assertThat(ofAsset.status()).isEqualTo(404);
            assertThat(ofAsset.isLike(ofNothing)).isTrue();
        }
    }

    @Test
    void aStrangerDoesNotFindTheAssetInTheList() {
        try (Situation situation = Situation.agreed(suite)) {
            // when
            List<String> listed = situation.acts().discoverable("xcc-analyst", Situation.PURPOSE);

            // then
            assertThat(listed).doesNotContain(situation.asset().id());
        }
    }

    @Test
    void theHomeSideReadsWhyTheOthersWereWithheld() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            View view = situation.view();

            // when
            Explanation explanation = situation.acts().explained(view.decision().orElseThrow());

            // then
            assertThat(explanation.withheld()).isEqualTo(situation.asset().portions() - view.shown());
            assertThat(explanation.codes()).containsKeys("tier-too-low", "not-displayable");
        }
    }

    @Test
    void theReceiptOfAViewVerifiesWithNothingButTheKey() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            String decision = situation.view().decision().orElseThrow();
            String receipt = situation.acts().receipt("xbb-analyst", decision);

            // when
            Verdict verdict = Receipt.verify(receipt, situation.acts().logKey());

            // then
            assertThat(verdict).isEqualTo(Verdict.verified());
            assertThat(Receipt.parse(receipt).event()).contains(decision);
        }
    }

    @Test
    void theReceiptOfAViewIsNotForOtherPartners() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            String decision = situation.view().decision().orElseThrow();
            situation.acts().receipt("xbb-analyst", decision);

            // when
            Answer answer = situation.acts().as("xcc-analyst").get("/audit/receipts/" + decision);

            // then
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void anActivationShowsMoreUpToThePlansCeilingUntilTheClockEndsIt() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Crisis crisis = Crisis.foreseen(situation.acts());
            View before = situation.view();
            situation.acts().signal(crisis.indicator(), 85);
            int within = situation.asset().portionsWithin(Situation.GRANTED, Crisis.REACH);

            // when
            Instant until = crisis.activate(Duration.ofSeconds(20));

            // then
            View during = Patience.until(
                    situation::view,
                    view -> view.shown() == within || Instant.now().isAfter(until));
            assertThat(during.shown()).isEqualTo(within).isGreaterThan(before.shown());
            assertThat(during.answer().text()).doesNotContain(Harbour.ABOVE_THE_CEILING);
            View after = Patience.until(situation::view, view -> view.shown() == before.shown());
            assertThat(after.objects()).isEqualTo(before.objects());
        }
    }

    @Test
    void withoutASignalOnePersonAloneActivatesNothing() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Crisis crisis = Crisis.foreseen(situation.acts());

            // when
            JsonNode activation = situation.acts().activate(crisis.plan(), Duration.ofSeconds(8), "On a hunch.");

            // then
            assertThat(activation.path("criterionMet").asBoolean()).isFalse();
            assertThat(activation.path("state").asText()).isEqualTo("awaiting-second-person");
        }
    }

    @Test
    void theVeryNextViewAfterAWithdrawalIsDenied() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            assertThat(situation.view().isServed()).isTrue();
            situation.acts().withdraw(situation.grant(), "It was enough.");

            // when
            View view = situation.view();

            // then
            assertThat(view.isDenied()).isTrue();
        }
    }

    @Test
    void theDemoTellsTheStoryAsOftenAsOneLikes() {
        // given
        Command.Outcome first = suite.command().run("demo");

        // when
        Command.Outcome second = suite.command().run("demo");

        // then
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(Harbour.numbersIn(second.output())).isEqualTo(Harbour.numbersIn(first.output()));
    }
}
