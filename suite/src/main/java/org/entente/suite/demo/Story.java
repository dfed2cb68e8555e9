package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.tlog.LogProof;
import org.entente.tlog.Receipt;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;

/** One asset, one partner, one crisis: performed from registration to withdrawal, and told while it happens. */
final class Story {

    static final String PURPOSE = "cyber-defence";
    static final String ANALYST = "xbb-analyst";
    static final Set<String> SHARED = Set.of("situational-awareness", "shared-analysis");
    static final Reach GRANTED = new Reach("XBB", SHARED, 1, "SECRET");

    private final Acts acts;
    private final Telling telling;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    Story(Acts acts, Telling telling) {
        this.acts = acts;
        this.telling = telling;
    }

    void perform(String name, JsonNode bundle) {
        Instant begun = Instant.now();
        CompromiseChapter compromise = new CompromiseChapter(acts, telling);
        compromise.healsWhatWasLeft();
        Asset asset = registers(name, bundle);
        String grant = agree();
        CrisisChapter crisis = CrisisChapter.foreseen(acts, telling, run);
        View view = partnerViews(asset);
        strangerLearnsNothing(asset);
        homeExplains(asset, view);
        partnerVerifies(view);
        crisis.comesAndGoes(asset, view);
        grantIsWithdrawn(asset, grant);
        new TearlineChapter(acts, telling, run).sanitises(asset);
        new ReleaseChapter(acts, telling, run).handsOver(asset);
        new DeskChapter(acts, telling, run).answersAndReviews();
        compromise.isReportedAndHealed(begun);
        new AuditChapter(acts, telling).looksIntoAndAnswers(asset);
        new DegradationChapter(acts, telling, run).comesByItselfAndIsReversedByTwo("12");
        new ExerciseChapter(acts, telling, run).isRehearsed();
        new ReviewChapter(acts, telling).isLearntFrom(crisis.activation());
        sumUp();
    }

    private Asset registers(String name, JsonNode bundle) {
        telling.chapter("1  XAA registers what it holds");
        Asset asset = acts.register(name + " (run " + run + ")", bundle);
        telling.say(
                "xaa-originator registered %s: %d objects became %d portions, each with its own label.",
                name, bundle.path("objects").size(), asset.portions());
        asset.countsByLabel().forEach((label, count) -> telling.say("  %6d  %s", count, label));
        int labelled = asset.labels().stream().mapToInt(Asset.Labelled::count).sum();
        telling.expect(labelled == asset.portions(), "every portion has a label, and %d have", labelled);
        return asset;
    }

    private String agree() {
        telling.chapter("2  XAA and XBB agree");
        Instant now = Instant.now();
        Instant until = now.plus(Duration.ofHours(1));
        acts.registerPartner("XBB", "Republic of XBB");
        String agreement = acts.propose(AgreementTerms.ofDemo("XBB", "Cyber defence, run " + run, PURPOSE, now, until));
        telling.say("xaa-liaison proposed an agreement with XBB for %s, up to SECRET.", PURPOSE);
        String state = acts.consent("xbb-officer", agreement);
        telling.say("xbb-officer, logged in at XBB's own identity provider, consented: it is %s.", state);
        telling.expect(state.equals("in-force"), "the agreement is in force, and it is %s", state);
        String grant = acts.grant(
                new GrantTerms(agreement, GRANTED.tier(), List.copyOf(SHARED), List.of(PURPOSE), until.toString()));
        telling.say("xaa-liaison issued a grant under it that reaches tier %d.", GRANTED.tier());
        return grant;
    }

    private View partnerViews(Asset asset) {
        telling.chapter("3  XBB reads, XCC learns nothing, XAA explains");
        int expected = asset.portionsWithin(GRANTED);
        boolean isListed = acts.discoverable(ANALYST, PURPOSE).contains(asset.id());
        View view = acts.view(ANALYST, asset.id(), PURPOSE);
        telling.say(
                "%s %s it in the list, asked to view it for %s and got %d of %d portions.",
                ANALYST, isListed ? "found" : "did not find", PURPOSE, view.shown(), asset.portions());
        telling.expect(
                isListed || expected == 0, "XBB's analyst finds the asset, since %d portions are for XBB", expected);
        telling.expect(view.shown() == expected, "XBB sees the %d portions of tier 1", expected);
        return view;
    }

    private void strangerLearnsNothing(Asset asset) {
        View held = acts.view("xcc-analyst", asset.id(), PURPOSE);
        View nothing = acts.view("xcc-analyst", UUID.randomUUID().toString(), PURPOSE);
        boolean isSecret = held.answer().status() == 404 && held.answer().isLike(nothing.answer());
        telling.say(
                "xcc-analyst, without an agreement, got %d; for an asset that does not exist: %s.",
                held.answer().status(), isSecret ? "the same, byte for byte" : "something else");
        telling.expect(isSecret, "XCC cannot tell the asset from one that does not exist");
        boolean isListed = acts.discoverable("xcc-analyst", PURPOSE).contains(asset.id());
        telling.expect(!isListed, "XCC does not find the asset in the list");
    }

    private void homeExplains(Asset asset, View view) {
        view.decision().ifPresent(decision -> {
            Explanation explanation = acts.explained(decision);
            telling.say(
                    "xaa-liaison reads why %d of %d were withheld (a portion may have several reasons):",
                    explanation.withheld(), asset.portions());
            explanation.codes().forEach((code, count) -> telling.say("  %6d  %s", count, code));
            telling.expect(
                    explanation.withheld() == asset.portions() - view.shown(),
                    "each portion is either in the view or withheld for a reason");
        });
    }

    private void partnerVerifies(View view) {
        telling.chapter("4  XBB verifies, trusting nobody");
        if (!view.isServed()) {
            telling.say("Nothing of this bundle is for tier %d, so there is nothing to verify.", GRANTED.tier());
            return;
        }
        String receipt = acts.receipt(ANALYST, view.decision().orElseThrow());
        VerifierKey key = acts.logKey();
        Verdict verdict = Receipt.verify(receipt, key);
        LogProof proof = Receipt.parse(receipt).proof();
        telling.say(
                "%s fetched the receipt of that view: entry %d of %d, %s with nothing but the key %s.",
                ANALYST, proof.index(), proof.checkpoint().checkpoint().size(), said(verdict), key);
        telling.expect(verdict.isVerified(), "the receipt verifies with the log's public key");
    }

    private void grantIsWithdrawn(Asset asset, String grant) {
        telling.chapter("6  XAA withdraws");
        Instant asked = Instant.now();
        acts.withdraw(grant, "The story needs it.");
        Instant answered = Instant.now();
        View view = acts.view(ANALYST, asset.id(), PURPOSE);
        telling.say(
                "xaa-liaison withdrew the grant: answered after %d ms; the very next view was %s, %d ms later.",
                Duration.between(asked, answered).toMillis(),
                view.isDenied() ? "denied" : "served",
                Duration.between(answered, Instant.now()).toMillis());
        telling.expect(view.isDenied(), "the first view after the withdrawal is denied");
    }

    private void sumUp() {
        telling.chapter("15  In the end");
        SignedCheckpoint checkpoint = acts.checkpoint();
        Verdict verdict = checkpoint.verify(acts.logKey());
        telling.say(
                "All of it stands in the log: %d entries under the signed checkpoint of %s (%s).",
                checkpoint.checkpoint().size(), checkpoint.checkpoint().origin(), said(verdict));
        telling.expect(verdict.isVerified(), "the checkpoint is signed by the log's key");
    }

    private static String said(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? "refused because " + refused.reason().explanation()
                : "verified";
    }
}
