package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.policy.CompiledPolicy;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** A question that can be decided under any policy, as often as one likes; what comes of it is not a decision. */
public final class Case {
    /** What is not recorded needs no identifier of its own. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final Decisions.Takeable question;

    Case(Decisions.Takeable question) {
        this.question = question;
    }

    /**
     * Who asks for what.
     *
     * @param purpose absent where none was stated
     * @param at the instant of the question; absent where there is no rule for it at all
     */
    public record Subject(
            String person,
            @Nullable String partner,
            String action,
            String asset,
            @Nullable String purpose,
            @Nullable Instant at) {}

    /**
     * What would be decided.
     *
     * @param permits whether anything may go
     * @param isKnowable whether the partner may know of the asset
     * @param portions that may go
     * @param tearline that may go
     * @param codes how many portions each keeps back
     * @param obligations of whoever hands it out
     */
    public record Outcome(
            boolean permits,
            boolean isKnowable,
            List<String> portions,
            @Nullable String tearline,
            Map<String, Integer> codes,
            SortedSet<String> obligations) {}

    public boolean isExercise() {
        return question.asked().isExercise();
    }

    public Subject subject() {
        Asked asked = question.asked();
        Question.@Nullable OfAsset ofAsset = asked.question() instanceof Question.OfAsset found ? found : null;
        return new Subject(
                asked.text("/subject/id"),
                ofAsset == null ? null : ofAsset.person().partner(),
                asked.text("/action/name"),
                asked.text("/resource/id"),
                ofAsset == null ? null : ofAsset.context().purpose(),
                ofAsset == null ? null : ofAsset.context().instant());
    }

    /** How many of these portions are in each category, where they would be shown; nothing where they would only be found. */
    public Map<String, Integer> shown(List<String> portions) {
        return portions.isEmpty()
                        || !(question.asked().question() instanceof Question.OfAsset ofAsset)
                        || Act.DISCOVER.wireName().equals(question.asked().text("/action/name"))
                ? Map.of()
                : Watched.counted(ofAsset.asset(), Set.copyOf(portions));
    }

    public Outcome under(CompiledPolicy policy) {
        Decision decision = question.under(policy, NO_ID).decision();
        return new Outcome(
                decision.permits(),
                decision.partnerMayKnow(),
                decision.view().portions(),
                decision.view().tearline(),
                decision.codes(),
                decision.obligations().stream().map(Obligation::type).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Taken once more, under the identifier that it had. */
    Taken again(UUID id, CompiledPolicy policy) {
        return question.under(policy, id);
    }
}
