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
import org.jspecify.annotations.Nullable;

/**
 * Decides, as a pure function of question and policy: no clock, no store. Every condition is evaluated, any unmet one
 * denies; what is under the same label is decided once.
 */
final class Decider {
    private static final List<String> PUBLIC = List.of("public");

    private final Circumstances circumstances;

    /** Most questions are about one label: what is understood first needs no map. */
    private @Nullable Meaning first;

    private @Nullable Verdict onFirst;
    private Map<Meaning, Verdict> onOthers = Map.of();

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
        Circumstances discovery = circumstances.with(Act.DISCOVER);
        if (first != null && permits(discovery, first)) {
            return true;
        }
        for (Meaning meaning : onOthers.keySet()) {
            if (permits(discovery, meaning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean permits(Circumstances circumstances, Meaning meaning) {
        List<Finding> unmet = new ArrayList<>();
        LabelConditions.addUnmet(circumstances, meaning, unmet);
        return unmet.isEmpty()
                && (isPublic(circumstances, meaning) || new AgreementConditions(circumstances, meaning).areMet());
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
        return verdict(meaning);
    }

    private Verdict verdict(Meaning meaning) {
        Verdict known = onFirst;
        if (known == null) {
            first = meaning;
            known = evaluate(meaning);
            onFirst = known;
            return known;
        }
        if (meaning == first) {
            return known;
        }
        if (onOthers.isEmpty()) {
            onOthers = new HashMap<>();
        }
        return onOthers.computeIfAbsent(meaning, this::evaluate);
    }

    private Verdict evaluate(Meaning meaning) {
        List<Finding> findings = new ArrayList<>();
        Rights rights = LabelConditions.addUnmet(circumstances, meaning, findings);
        Standing standing = isPublic(circumstances, meaning)
                ? publicStanding()
                : new AgreementConditions(circumstances, meaning).standing(findings);
        return new Verdict(
                findings,
                standing.with(rights),
                rights.counted(),
                new Verdict.Sensitivity(meaning.classification(), meaning.tier()));
    }

    /** Released to the public by a recorded decision: needs neither agreement nor grant nor purpose. */
    private static boolean isPublic(Circumstances circumstances, Meaning meaning) {
        return circumstances.question().asset().publicRelease() != null
                && meaning.label().categories().equals(PUBLIC)
                && meaning.label().releasableTo().isEveryone();
    }

    private Standing publicStanding() {
        String clause = "public release " + circumstances.question().asset().publicRelease();
        return new Standing(List.of(clause), false, null, null, null);
    }
}
