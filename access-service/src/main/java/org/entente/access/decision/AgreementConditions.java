package org.entente.access.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.access.policy.CompiledPolicy.Activation;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.access.policy.CompiledPolicy.Reach;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Agreement, purpose, grant, tier, and the activation that may stand in for the last three.
 *
 * <p>Of several agreements that cover a label the one speaks under which the least is unmet.
 */
final class AgreementConditions {
    private static final Comparator<Standing> BEST_FIRST = Comparator.<Standing>comparingInt(
                    standing -> standing.findings().size())
            .thenComparing(Standing::isExpedited);

    private final Circumstances circumstances;
    private final Reach reach;
    private final FurtherConditions further;

    AgreementConditions(Circumstances circumstances, NormalLabel label, int tier) {
        this.circumstances = circumstances;
        this.reach = new Reach(label.categories(), label.classification(), tier, circumstances.purpose());
        this.further = new FurtherConditions(circumstances, label, tier);
    }

    Standing standing() {
        return covering().map(this::under).min(BEST_FIRST).orElseGet(this::underNone);
    }

    /** In the order of their identifiers, so that of equally good ones always the same speaks. */
    private Stream<Agreement> covering() {
        return circumstances
                .policy()
                .agreements(circumstances.partner(), reach.categories().get(0))
                .stream()
                .filter(agreement -> agreement.covers(
                        reach.categories(),
                        reach.classification(),
                        circumstances.act().wireName()))
                .sorted(Comparator.comparing(Agreement::id));
    }

    private Standing underNone() {
        String clause = "no agreement covers " + String.join(", ", reach.categories()) + " up to "
                + reach.classification() + " for " + circumstances.act().wireName();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(Code.NO_AGREEMENT, clause));
        if (reach.purpose() != null) {
            findings.add(new Finding(Code.PURPOSE_NOT_AGREED, clause));
        }
        findings.add(new Finding(Code.NO_GRANT, clause));
        return new Standing(findings, List.of(), false, null);
    }

    private Standing under(Agreement agreement) {
        String clause = "agreement " + agreement.id() + " v" + agreement.version();
        List<Finding> findings = new ArrayList<>();
        if (!agreement.isInForce(circumstances.instant())) {
            findings.add(new Finding(
                    Code.AGREEMENT_NOT_IN_FORCE,
                    clause + (agreement.isConsented() ? ", from and until" : ", consents")));
        }
        findings.addAll(Surroundings.unmet(
                agreement.terms().demands(), circumstances.question().person(), clause));
        findings.addAll(further.unmet(agreement, clause));
        return held(agreement, clause, findings);
    }

    /** Purpose and grant, or the activation that stands in for what is unmet of them. */
    private Standing held(Agreement agreement, String clause, List<Finding> findings) {
        List<Finding> unmet = new ArrayList<>();
        boolean isAgreed =
                reach.purpose() == null || agreement.terms().purposes().contains(reach.purpose());
        if (!isAgreed) {
            unmet.add(new Finding(Code.PURPOSE_NOT_AGREED, clause + ", purposes"));
        }
        Optional<Grant> grant = bestGrant(agreement, isAgreed);
        unmet.addAll(grant.map(this::unmet)
                .orElseGet(() -> List.of(new Finding(Code.NO_GRANT, clause + ", no grant for this"))));
        Optional<Activation> activation = unmet.isEmpty() ? Optional.empty() : activation();
        if (activation.isEmpty()) {
            findings.addAll(unmet);
            List<String> grounds = grant.map(held -> List.of(clause + ", purposes", "grant " + held.id()))
                    .orElse(List.of(clause));
            Instant until = grant.map(held -> held.terms().until()).orElse(null);
            return new Standing(
                    findings, grounds, false, earlier(agreement.terms().until(), until));
        }
        Activation inForce = activation.get();
        String plan = "plan " + inForce.plan().id() + " v" + inForce.plan().version() + ", activation " + inForce.id();
        return new Standing(
                findings,
                List.of(clause + ", categories", plan),
                true,
                earlier(agreement.terms().until(), inForce.until()));
    }

    /** Of the grants for this, the one under which the least is unmet; a purpose that is not agreed no grant can have. */
    private Optional<Grant> bestGrant(Agreement agreement, boolean isAgreed) {
        return circumstances.policy().grants(agreement.id()).stream()
                .filter(grant -> grant.terms().categories().containsAll(reach.categories()))
                .filter(grant -> !isAgreed
                        || reach.purpose() == null
                        || grant.terms().purposes().contains(reach.purpose()))
                .min(Comparator.<Grant>comparingInt(grant -> unmet(grant).size())
                        .thenComparing(Grant::id));
    }

    private List<Finding> unmet(Grant grant) {
        List<Finding> unmet = new ArrayList<>();
        String clause = "grant " + grant.id();
        if (!circumstances.instant().isBefore(grant.terms().until())) {
            unmet.add(new Finding(Code.GRANT_EXPIRED, clause + ", until"));
        }
        Instant reviewDue = grant.terms().reviewDue();
        if (reviewDue != null && !circumstances.instant().isBefore(reviewDue)) {
            unmet.add(new Finding(Code.REVIEW_OVERDUE, clause + ", review"));
        }
        if (grant.terms().tier() < reach.tier()) {
            unmet.add(new Finding(Code.TIER_TOO_LOW, clause + ", tier"));
        }
        return unmet;
    }

    private Optional<Activation> activation() {
        return circumstances.policy().activations(circumstances.partner()).stream()
                .filter(activation -> activation.reaches(reach, circumstances.instant()))
                .min(Comparator.comparing(Activation::id));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
