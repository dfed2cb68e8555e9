package org.entente.access.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.access.decision.Verdicts.Ruled;
import org.entente.access.expression.Facts;
import org.entente.access.houserule.RuleBook;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Meaning;
import org.entente.label.Act;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Decides, as a pure function of question and policy: no clock, no store. Every condition is evaluated, any unmet one
 * denies; what is under the same label is decided once.
 */
final class Decider {
    private static final String PUBLIC = "public";

    private final Circumstances circumstances;
    private final Map<Meaning, Verdict> verdicts = new HashMap<>();

    private Decider(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    static Decision decide(Question question, CompiledPolicy policy) {
        if (question instanceof Question.OfAsset ofAsset) {
            return new Decider(Circumstances.of(ofAsset, policy)).decide();
        }
        if (question instanceof Question.UnderHouseRules underHouseRules) {
            return underHouseRules(underHouseRules, policy);
        }
        if (question instanceof Question.Unruled unruled) {
            return Decision.unruled(unruled.why(), policy.epoch());
        }
        throw new IllegalArgumentException("A search finds, and decides nothing.");
    }

    private static Decision underHouseRules(Question.UnderHouseRules question, CompiledPolicy policy) {
        Optional<RuleBook> book = policy.ruleBook(question.text(Facts.RESOURCE, "type"));
        String what = question.text(Facts.ACTION, "name") + " of " + question.text(Facts.RESOURCE, "type") + " by "
                + question.text(Facts.SUBJECT, "type");
        if (book.isEmpty()) {
            return Decision.unruled("no rule for " + what, policy.epoch());
        }
        Facts facts = Facts.of(question.stated(), question.instant());
        List<String> permitting = book.get().permitting(facts);
        return permitting.isEmpty()
                ? Decision.unruled(book.get().clause() + " has no rule that permits this " + what, policy.epoch())
                : Decision.permitted(permitting, policy.epoch());
    }

    private Decision decide() {
        Question.Asset asset = circumstances.question().asset();
        Verdicts found = new Verdicts(verdicts(asset.portions()), verdicts(asset.tearlines()));
        return Decision.of(found, circumstances, found.permitsAnything() || mayDiscover());
    }

    /** Whether the partner may know of the asset at all, though not have what it asked for. */
    private boolean mayDiscover() {
        if (circumstances.act() == Act.DISCOVER) {
            return false;
        }
        Decider decider = new Decider(circumstances.with(Act.DISCOVER));
        Question.Asset asset = circumstances.question().asset();
        return decider.permitsAny(asset.portions()) || decider.permitsAny(asset.tearlines());
    }

    private boolean permitsAny(List<Question.Portion> portions) {
        for (Question.Portion portion : portions) {
            if (verdict(portion.label()).permits()) {
                return true;
            }
        }
        return false;
    }

    private List<Ruled> verdicts(List<Question.Portion> portions) {
        List<Ruled> ruled = new ArrayList<>(portions.size());
        for (Question.Portion portion : portions) {
            ruled.add(new Ruled(portion.id(), verdict(portion.label())));
        }
        return ruled;
    }

    private Verdict verdict(@Nullable StatedLabel stated) {
        if (stated instanceof StatedLabel.Named named) {
            StatedLabel meant = circumstances.question().asset().labels().get(named.key());
            return meant instanceof StatedLabel.Named
                    ? Verdict.unruled("a name of a label stands for another name")
                    : verdict(meant);
        }
        if (stated instanceof StatedLabel.Readable readable) {
            return verdict(readable.label());
        }
        return Verdict.unruled(
                stated instanceof StatedLabel.Unreadable unreadable
                        ? "label " + unreadable.why()
                        : "there is no such label");
    }

    private Verdict verdict(Label label) {
        String originator = circumstances.question().asset().originator();
        Meaning meaning;
        try {
            meaning = circumstances.policy().meaning(label, originator, circumstances.instant());
        } catch (LabelException fault) {
            return Verdict.unruled("label " + fault.pointer() + " " + fault.detail());
        }
        return verdicts.computeIfAbsent(meaning, this::evaluate);
    }

    private Verdict evaluate(Meaning meaning) {
        List<Finding> findings = new ArrayList<>();
        LabelConditions.addUnmet(circumstances, meaning, findings);
        Standing standing = isPublic(meaning.label())
                ? publicStanding()
                : new AgreementConditions(circumstances, meaning).standing();
        findings.addAll(standing.findings());
        int classification = meaning.label().classification().common();
        return new Verdict(findings, standing, new Verdict.Sensitivity(classification, meaning.tier()));
    }

    /** Released to the public by a recorded decision: needs neither agreement nor grant nor purpose. */
    private boolean isPublic(NormalLabel label) {
        return circumstances.question().asset().publicRelease() != null
                && label.categories().equals(List.of(PUBLIC))
                && label.releasableTo().isEveryone();
    }

    private Standing publicStanding() {
        String clause = "public release " + circumstances.question().asset().publicRelease();
        return new Standing(List.of(), List.of(clause), false, null);
    }
}
