package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The published steps in which sharing narrows, each one of the postures that access-service enforces. */
enum Step {
    DOWNLOADS_OFF(
            "watch",
            "Nothing can be downloaded or handed over any more, and every access is looked at.",
            "Everything that was shared can still be found and viewed."),
    VIEW_ONLY(
            "watch",
            "Nothing leaves the screen: no release, no passing on, no collection handed over; every access is looked"
                    + " at.",
            "Everything that was shared can still be found and viewed."),
    SITUATIONAL_AWARENESS_ONLY(
            "contained",
            "Shared analysis and anything deeper are withheld; nothing can be downloaded or handed over.",
            "Situational awareness and what is public can still be found and viewed."),
    NOTHING(
            "suspended",
            "Nothing is shared at present.",
            "Messages to the liaison officers, one's own access history and receipts stay available.");

    private final String posture;
    private final String changes;
    private final String stays;

    Step(String posture, String changes, String stays) {
        this.posture = posture;
        this.changes = changes;
        this.stays = stays;
    }

    /** How far access-service trusts the partner then, at most. */
    String posture() {
        return posture;
    }

    /** What it takes away, for the partner. */
    String changes() {
        return changes;
    }

    /** What it leaves, for the partner. */
    String stays() {
        return stays;
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
