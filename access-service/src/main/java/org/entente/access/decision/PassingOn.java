package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import org.entente.access.agreement.Onward;
import org.entente.access.policy.Holding;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** What an agreement says of passing on to others, besides the label (the third-party rule). */
final class PassingOn {
    /** Where a request says to whom, in a {@code redistribute}. */
    private static final String RECIPIENT = "/context/recipient";

    private PassingOn() {}

    /** The codes of what is unmet, each by its bit; a recipient that is not stated is nobody who was named. */
    static int unmet(Holding holding, Circumstances circumstances) {
        Onward onward = holding.onward();
        if (onward == null || circumstances.act() != Act.REDISTRIBUTE) {
            return 0;
        }
        return switch (onward.rule()) {
            case NONE -> Code.CONDITION_UNMET.bit();
            case NAMED -> onward.names(recipient(circumstances)) ? 0 : Code.CONDITION_UNMET.bit();
            case ORIGINATOR_CONSENT -> Code.ORIGINATOR_CONSENT_MISSING.bit();
        };
    }

    private static @Nullable String recipient(Circumstances circumstances) {
        JsonNode stated = circumstances.question().stated().at(RECIPIENT);
        return stated.isTextual() ? stated.asText() : null;
    }
}
