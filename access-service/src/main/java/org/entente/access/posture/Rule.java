package org.entente.access.posture;

import java.util.List;
import org.entente.access.partner.Posture;

/**
 * A published rule: what makes a posture fall, how far, until when, and how it rises again.
 *
 * @param falls to what, by how grave it is
 * @param rises how the cause is taken away
 */
public record Rule(Cause.Kind cause, String when, List<Step> falls, String until, String rises) {
    private static final String TWO_PERSONS =
            "two persons: POST /access/partners/{code}/restorations, approved by another";
    private static final String UNTIL_TAKEN_AWAY = "taken away";

    /** How grave, and how far the posture falls for it. */
    public record Step(String given, Posture posture) {}

    /** All of them. Live causes do not add up: the strictest is the posture. */
    static final List<Rule> ALL = List.of(
            new Rule(
                    Cause.Kind.PERSON,
                    "a liaison officer or crisis authority of the home side says so, with a reason",
                    List.of(
                            new Step("as stated", Posture.WATCH),
                            new Step("as stated", Posture.CONTAINED),
                            new Step("as stated", Posture.SUSPENDED)),
                    UNTIL_TAKEN_AWAY,
                    TWO_PERSONS),
            new Rule(
                    Cause.Kind.ANOMALY,
                    "audit-service detects an anomaly in the partner's access",
                    List.of(new Step("as the detection advises", Posture.WATCH)),
                    UNTIL_TAKEN_AWAY,
                    "two persons dismiss the anomaly in audit-service, or as for any cause"),
            new Rule(
                    Cause.Kind.BREACH,
                    "two persons confirm a breach, and no agreement states other consequences for its severity",
                    List.of(
                            new Step("minor", Posture.WATCH),
                            new Step("serious", Posture.CONTAINED),
                            new Step("grave", Posture.SUSPENDED)),
                    "the end of the sanction, where the agreement states one; else taken away",
                    TWO_PERSONS),
            new Rule(
                    Cause.Kind.COMPROMISE,
                    "an officer of the partner, or a liaison officer, reports a compromise of the partner",
                    List.of(
                            new Step("contained (unless asked for more)", Posture.CONTAINED),
                            new Step("suspended", Posture.SUSPENDED)),
                    UNTIL_TAKEN_AWAY,
                    TWO_PERSONS),
            new Rule(
                    Cause.Kind.DEGRADATION,
                    "crisis-service degrades the partner, or all, by risk indicators or by hand",
                    List.of(
                            new Step("as the degradation says", Posture.WATCH),
                            new Step("as the degradation says", Posture.CONTAINED),
                            new Step("as the degradation says", Posture.SUSPENDED)),
                    UNTIL_TAKEN_AWAY,
                    "two persons reverse the degradation in crisis-service"),
            new Rule(
                    Cause.Kind.ASSESSMENT,
                    "a risk assessment comes out high or critical",
                    List.of(new Step("high", Posture.WATCH), new Step("critical", Posture.CONTAINED)),
                    UNTIL_TAKEN_AWAY,
                    TWO_PERSONS),
            new Rule(
                    Cause.Kind.LAPSE,
                    "the newest risk assessment of a kind is no longer valid: by the clock, with no action",
                    List.of(new Step("always", Posture.WATCH)),
                    UNTIL_TAKEN_AWAY,
                    "a new assessment, and two persons"));
}
