package org.entente.access.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.access.expression.Facts;
import org.entente.access.houserule.RuleBook;
import org.entente.access.policy.CompiledPolicy;
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
    private final Map<StatedLabel, Verdict> verdicts = new HashMap<>();

    private Decider(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    static Decision decide(Question question, CompiledPolicy policy) {
        if (question instanceof Question.OfAsset ofAsset) {
            return new Decider(Circumstances.of(ofAsset, policy)).decide(ofAsset, policy);
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

    private Decision decide(Question.OfAsset question, CompiledPolicy policy) {
        Verdicts found = new Verdicts(
                verdicts(question.asset().portions()), verdicts(question.asset().tearlines()));
        boolean mayKnow = found.permitsAnything() || (question.act() != Act.DISCOVER && mayDiscover(question, policy));
        return Decision.of(found, circumstances, mayKnow);
    }

    /** Whether the partner may know of the asset at all, though not have what it asked for. */
    private static boolean mayDiscover(Question.OfAsset question, CompiledPolicy policy) {
        Question.OfAsset discovery = question.with(Act.DISCOVER);
        Decider decider = new Decider(Circumstances.of(discovery, policy));
        return Stream.of(question.asset().portions(), question.asset().tearlines())
                .flatMap(List::stream)
                .anyMatch(portion -> decider.verdict(portion.label()).permits());
    }

    private Map<String, Verdict> verdicts(List<Question.Portion> portions) {
        Map<String, Verdict> byPortion = new LinkedHashMap<>();
        portions.forEach(portion -> byPortion.put(portion.id(), verdict(portion.label())));
        return byPortion;
    }

    private Verdict verdict(@Nullable StatedLabel stated) {
        StatedLabel meant = stated instanceof StatedLabel.Named named ? meant(named) : stated;
        return meant == null
                ? Verdict.unruled("there is no such label")
                : verdicts.computeIfAbsent(meant, this::evaluate);
    }

    private @Nullable StatedLabel meant(StatedLabel.Named named) {
        return circumstances.question().asset().labels().get(named.key());
    }

    private Verdict evaluate(StatedLabel stated) {
        if (stated instanceof StatedLabel.Readable readable) {
            return evaluate(readable.label());
        }
        return Verdict.unruled(
                stated instanceof StatedLabel.Unreadable unreadable
                        ? "label " + unreadable.why()
                        : "a name of a label stands for another name");
    }

    private Verdict evaluate(Label label) {
        Question.OfAsset question = circumstances.question();
        try {
            return evaluate(circumstances
                    .policy()
                    .labels()
                    .normalise(label, question.asset().originator(), circumstances.instant()));
        } catch (LabelException fault) {
            return Verdict.unruled("label " + fault.pointer() + " " + fault.detail());
        }
    }

    private Verdict evaluate(NormalLabel label) {
        int tier = circumstances.policy().labels().categories().tier(label);
        List<Finding> findings = new ArrayList<>(LabelConditions.unmet(circumstances, label, tier));
        Standing standing =
                isPublic(label) ? publicStanding() : new AgreementConditions(circumstances, label, tier).standing();
        findings.addAll(standing.findings());
        Verdict.Sensitivity sensitivity =
                new Verdict.Sensitivity(label.classification().common(), tier);
        return new Verdict(
                List.copyOf(findings), standing.grounds(), sensitivity, standing.isExpedited(), standing.until());
    }

    /** Released to the public by a recorded decision: needs neither agreement nor grant nor purpose. */
    private boolean isPublic(NormalLabel label) {
        return label.categories().equals(List.of(PUBLIC))
                && label.releasableTo().isEveryone()
                && circumstances.question().asset().publicRelease() != null;
    }

    private Standing publicStanding() {
        String clause = "public release " + circumstances.question().asset().publicRelease();
        return new Standing(List.of(), List.of(clause), false, null);
    }
}
