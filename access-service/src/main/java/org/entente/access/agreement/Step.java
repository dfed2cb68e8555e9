package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The published ladder of sanctions, mildest first. What a step does beyond this service, people do, and audit-service tracks it. */
public enum Step {
    REMINDER("The partner is reminded of what it agreed to.", false),
    NOTIFICATION("The originators of what is concerned, and the other parties, are told.", false),
    ENHANCED_MONITORING("Posture watch: downloads off, every access alerts.", true),
    CONTAINED("Posture contained: situational awareness only, and only to look at.", true),
    GRANTS_WITHDRAWN("Every grant of the partner under the agreement is withdrawn, for good.", true),
    AGREEMENT_SUSPENDED("The agreement is suspended; it takes all parties to resume it.", true),
    PARTNER_SUSPENDED("Posture suspended: nothing.", true),
    TERMINATION("The agreement ends, for good.", true),
    PUBLIC_STATEMENT("The breach is stated in public.", false);

    private final String does;
    private final boolean isAppliedHere;

    Step(String does, boolean isAppliedHere) {
        this.does = does;
        this.isAppliedHere = isAppliedHere;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String does() {
        return does;
    }

    /** Whether it concerns access, so that this service applies it by itself. */
    public boolean isAppliedHere() {
        return isAppliedHere;
    }
}
