package org.entente.access.agreement;

import java.time.Duration;
import org.entente.http.Problem;

/** What may be demanded of a login; anything else is refused with a 400 problem that names the field. */
final class DemandsOfLogin {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private DemandsOfLogin() {}

    static void check(Demands demands) {
        Duration within = demands.loginWithin();
        if (within != null && (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0)) {
            throw Problem.badRequest("/demands/loginWithin", "must be from " + SHORTEST + " to " + LONGEST);
        }
        if (within != null && within.getNano() != 0) {
            throw Problem.badRequest("/demands/loginWithin", "must be whole seconds");
        }
        if (demands.discovery() != null
                && (demands.assurance() == null || demands.discovery().compareTo(demands.assurance()) > 0)) {
            throw Problem.badRequest("/demands/discovery", "must not be stronger than assurance");
        }
    }
}
