package org.entente.access.decision;

import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.policy.Meaning;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** Training that agreements and deep tiers demand: attested for this very person, and not lapsed. */
final class TrainingConditions {
    private TrainingConditions() {}

    /** The code of what the agreement demands and the person lacks, by its bit. */
    static int unmet(@Nullable Demands demands, int tier, Circumstances circumstances) {
        return demands == null || areAttested(demands.trainingFor(tier), circumstances)
                ? 0
                : Code.TRAINING_LAPSED.bit();
    }

    /** Adds what the tier demands and the person lacks; to know of something no training is needed, so that lists are for all. */
    static void addUnmet(Circumstances circumstances, Meaning meaning, List<Finding> unmet) {
        if (circumstances.act() != Act.DISCOVER
                && !areAttested(circumstances.policy().warrants().courses(meaning.tier()), circumstances)) {
            unmet.add(new Finding(Code.TRAINING_LAPSED, "training, tier " + meaning.tier()));
        }
    }

    private static boolean areAttested(List<String> courses, Circumstances circumstances) {
        if (courses.isEmpty()) {
            return true;
        }
        for (String course : courses) {
            if (!circumstances
                    .policy()
                    .warrants()
                    .isAttested(
                            circumstances.partner(),
                            circumstances.question().subjectId(),
                            course,
                            circumstances.micros())) {
                return false;
            }
        }
        return true;
    }
}
