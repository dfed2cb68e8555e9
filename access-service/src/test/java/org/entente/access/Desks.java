package org.entente.access;

import static org.entente.access.Access.as;
import static org.entente.access.Access.asPolicyAdministrator;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.entente.embedded.testing.TestTokens;

/** The people at the liaison desk. */
public final class Desks {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Desks() {}

    public static RequestSpecification asLiaison(String name) {
        return as(TestTokens.token(name).roles("liaison-officer"));
    }

    public static RequestSpecification asAnalystOf(String nation) {
        return as(TestTokens.token(nation + "-analyst").partner(nation).roles("partner-analyst"));
    }

    /** Everything of one partner goes to an agency of its own, whose first officer and superior are named after it. */
    public static void routes(String within) {
        asPolicyAdministrator("xaa-policy")
                .body("""
                    {"agencies": [{"code": "XAA-CYBER", "officers": ["officer", "colleague"], "superior": "chief"},
                                  {"code": "XAA-NAVY", "officers": ["sailor"], "superior": "admiral"}],
                     "workingHours": {"zone": "Europe/Vienna", "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                                      "from": "08:00", "until": "17:00"},
                     "within": {"routine": "PT40H", "urgent": "PT8H", "immediate": "%s"}, "aroundTheClock": ["immediate"],
                     "rules": [{"categories": ["sensitive"], "agency": "XAA-NAVY"}], "otherwise": "XAA-CYBER"}\
                    """.formatted(within))
                .put("/access/routing")
                .then()
                .statusCode(200);
    }

    /** Waits until something has come true. */
    public static void until(BooleanSupplier isTrue) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isTrue.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It did not come true in time.");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }
}
