package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.access.decision.Code.Remedy;
import org.entente.access.decision.Verdicts.Ruled;
import org.entente.access.policy.HeldLicence;
import org.entente.access.policy.Particular;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param epoch of the policy that was decided on
 * @param permits whether anything may go
 * @param denied how many portions may not
 * @param validUntil until when the same question by anybody of the same properties is answered the same under this policy,
 *     where it is about discovery; absent where that cannot be told
 * @param counted licences of which something is used by it
 * @param named assets about which a question about labels alone decides nothing: grants are bound to them
 * @param partnerMayKnow whether it tells the partner nothing that it may not discover
 */
record Decision(
        long epoch,
        boolean permits,
        View view,
        int denied,
        List<Reason> reasons,
        List<Obligation> obligations,
        List<Remedy> remedies,
        Explanation explanation,
        @Nullable Instant validUntil,
        List<HeldLicence> counted,
        List<String> named,
        boolean partnerMayKnow) {
    private static final View NOTHING = new View(List.of(), null);

    /** What of the asset may go. */
    record View(List<String> portions, @Nullable String tearline) {}

    /** Why a portion or a tearline may not go; neither is named where there is no rule at all. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(@Nullable String portion, @Nullable String tearline, Code code, String clause) {}

    static Decision unruled(String why, long epoch) {
        return new Decision(
                epoch,
                false,
                NOTHING,
                0,
                List.of(new Reason(null, null, Code.NO_MATCHING_RULE, why)),
                List.of(),
                List.of(Code.NO_MATCHING_RULE.remedy()),
                Explanation.of(Verdicts.NONE, null, null),
                null,
                List.of(),
                List.of(),
                false);
    }

    /** Under house rules, which know no portions: these clauses permit. */
    static Decision permitted(List<String> clauses, long epoch) {
        return underHouseRules(true, clauses, epoch);
    }

    /** What a search comes to; what it found is told by itself. */
    static Decision searched(boolean isAnythingFound, long epoch) {
        return underHouseRules(isAnythingFound, List.of(), epoch);
    }

    private static Decision underHouseRules(boolean permits, List<String> clauses, long epoch) {
        Explanation explanation = Explanation.underHouseRules(clauses);
        return new Decision(
                epoch,
                permits,
                NOTHING,
                0,
                List.of(),
                List.of(),
                List.of(),
                explanation,
                null,
                List.of(),
                List.of(),
                false);
    }

    static Decision of(Verdicts verdicts, Circumstances circumstances, boolean partnerMayKnow) {
        List<Reason> reasons = reasons(verdicts);
        int codes = 0;
        for (Reason reason : reasons) {
            codes |= reason.code().bit();
        }
        List<String> portions = verdicts.permittedPortions();
        return new Decision(
                circumstances.policy().epoch(),
                verdicts.permitsAnything(),
                new View(portions, verdicts.tearline()),
                verdicts.portions().size() - portions.size(),
                reasons,
                Obligation.of(verdicts, circumstances),
                Remedy.of(codes),
                Explanation.of(verdicts, circumstances.purpose(), StepUp.of(verdicts, partnerMayKnow)),
                validUntil(circumstances),
                counted(verdicts, circumstances.act()),
                named(circumstances),
                partnerMayKnow);
    }

    /** Of what is shown, each once; to know of something uses nothing. */
    private static List<HeldLicence> counted(Verdicts verdicts, Act act) {
        List<HeldLicence> counted = List.of();
        for (Verdict verdict : verdicts.ofTheView()) {
            if (act != Act.DISCOVER && !verdict.counted().isEmpty()) {
                counted = Stream.concat(counted.stream(), verdict.counted().stream())
                        .distinct()
                        .toList();
            }
        }
        return counted;
    }

    private static List<String> named(Circumstances circumstances) {
        if (circumstances.act() != Act.DISCOVER) {
            return List.of();
        }
        Particular particular = circumstances.question().particular();
        return particular.isAboutEverything()
                ? circumstances.policy().named(circumstances.partner(), particular)
                : List.of();
    }

    private static @Nullable Instant validUntil(Circumstances circumstances) {
        return circumstances.act() == Act.DISCOVER
                ? circumstances
                        .policy()
                        .unchangedUntil(circumstances.partner(), circumstances.instant())
                        .orElse(null)
                : null;
    }

    /** How many portions each code keeps back. */
    Map<String, Integer> codes() {
        Map<String, Integer> codes = new TreeMap<>();
        reasons.stream()
                .filter(reason -> reason.tearline() == null)
                .forEach(reason -> codes.merge(reason.code().wireName(), 1, Integer::sum));
        return codes;
    }

    private static List<Reason> reasons(Verdicts verdicts) {
        List<Reason> reasons = new ArrayList<>();
        for (Ruled portion : verdicts.portions()) {
            for (Finding finding : portion.verdict().findings()) {
                reasons.add(new Reason(portion.id(), null, finding.code(), finding.clause()));
            }
        }
        for (Ruled tearline : verdicts.tearlines()) {
            for (Finding finding : tearline.verdict().findings()) {
                reasons.add(new Reason(null, tearline.id(), finding.code(), finding.clause()));
            }
        }
        if (verdicts.portions().isEmpty() && verdicts.tearlines().isEmpty()) {
            reasons.add(new Reason(null, null, Code.NO_MATCHING_RULE, "the asset has no portions"));
        }
        return reasons;
    }
}
