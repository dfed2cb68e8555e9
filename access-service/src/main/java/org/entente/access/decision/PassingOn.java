package org.entente.access.decision;

import org.entente.access.agreement.Onward;
import org.entente.access.policy.Holding;
import org.entente.label.Act;

/** What an agreement says of passing on to others, besides the label (the third-party rule). */
final class PassingOn {
    private PassingOn() {}

    /** The codes of what is unmet, each by its bit; a recipient that is not stated is nobody who was named. */
    static int unmet(Holding holding, Circumstances circumstances) {
        Onward onward = holding.onward();
        if (onward == null || circumstances.act() != Act.REDISTRIBUTE) {
            return 0;
        }
        return switch (onward.rule()) {
            case NONE -> Code.CONDITION_UNMET.bit();
            case NAMED -> onward.names(circumstances.question().context().recipient()) ? 0 : Code.CONDITION_UNMET.bit();
            case ORIGINATOR_CONSENT -> Code.ORIGINATOR_CONSENT_MISSING.bit();
        };
    }
}
