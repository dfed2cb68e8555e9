package org.entente.access.decision;

import java.util.List;
import org.entente.access.agreement.Onward;
import org.entente.access.consent.Giver;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Reach;
import org.entente.label.Act;

/** What an agreement says of passing on to others, besides the label (the third-party rule). */
final class PassingOn {
    private PassingOn() {}

    /** The codes of what is unmet, each by its bit; a recipient that is not stated is nobody who was named. */
    static int unmet(Holding holding, Circumstances circumstances, Reach reach) {
        Onward onward = holding.onward();
        if (onward == null || circumstances.act() != Act.REDISTRIBUTE) {
            return 0;
        }
        return switch (onward.rule()) {
            case NONE -> Code.CONDITION_UNMET.bit();
            case NAMED -> onward.names(circumstances.question().context().recipient()) ? 0 : Code.CONDITION_UNMET.bit();
            case ORIGINATOR_CONSENT -> isConsented(circumstances, reach) ? 0 : Code.ORIGINATOR_CONSENT_MISSING.bit();
        };
    }

    /** Whether every originator lets the recipient have a copy for that purpose; nobody does where none is stated. */
    private static boolean isConsented(Circumstances circumstances, Reach reach) {
        String recipient = circumstances.question().context().recipient();
        List<String> originators = reach.meaning().label().originators();
        if (recipient == null || reach.purpose() == null || originators.isEmpty()) {
            return false;
        }
        Reach copy = new Reach(reach.meaning(), Act.RELEASE, circumstances.aim());
        for (String originator : originators) {
            if (circumstances
                            .policy()
                            .warrants()
                            .consent(
                                    Giver.originator(originator),
                                    recipient,
                                    copy,
                                    circumstances.question().resourceId(),
                                    circumstances.micros())
                    == null) {
                return false;
            }
        }
        return true;
    }
}
