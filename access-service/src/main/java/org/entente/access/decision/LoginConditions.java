package org.entente.access.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.policy.Holding;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Binding;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement demands of the login itself, beside its strength: that it is fresh, and that the token is bound to
 * somebody. What is not known is unmet.
 */
final class LoginConditions {
    private LoginConditions() {}

    /** Each unmet demand with its own clause. */
    static List<Finding> unmet(Holding holding, Circumstances circumstances) {
        Demands demands = holding.demands();
        if (demands == null || (demands.binding() == null && demands.loginWithin() == null)) {
            return List.of();
        }
        List<Finding> unmet = new ArrayList<>(2);
        if (!isFresh(demands, circumstances)) {
            unmet.add(new Finding(Code.ASSURANCE_TOO_LOW, holding.clause() + ", login within"));
        }
        if (!isBound(demands, circumstances)) {
            unmet.add(new Finding(Code.ASSURANCE_TOO_LOW, holding.clause() + ", binding"));
        }
        return unmet;
    }

    /** The login that would meet the agreement; absent where no login would, since the token is not bound. */
    static @Nullable StepUp stepUp(Holding holding, Circumstances circumstances) {
        Demands demands = holding.demands();
        if (demands == null || !isBound(demands, circumstances)) {
            return null;
        }
        Assurance acr = demands.assurance() == null ? Assurance.PASSWORD : demands.assurance();
        return new StepUp(
                acr,
                demands.loginWithin() == null ? null : demands.loginWithin().toSeconds());
    }

    private static boolean isFresh(Demands demands, Circumstances circumstances) {
        if (demands.loginWithin() == null || circumstances.act() == Act.DISCOVER) {
            return true;
        }
        Instant authenticated = circumstances.question().person().authenticated();
        return authenticated != null
                && !authenticated.plus(demands.loginWithin()).isBefore(circumstances.instant());
    }

    private static boolean isBound(Demands demands, Circumstances circumstances) {
        Binding binding = circumstances.question().person().binding();
        return demands.binding() == null
                || (binding != null
                        && binding != Binding.ANY
                        && (demands.binding() == Binding.ANY || demands.binding() == binding));
    }
}
