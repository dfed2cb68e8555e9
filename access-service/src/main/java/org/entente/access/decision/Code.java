package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The conditions of a decision, each by the code that says it is unmet.
 *
 * <p>Those for the partner are about what it holds or does itself; the others are about what is protected, or about
 * how it is trusted, and telling one would describe it.
 */
public enum Code {
    PARTNER_UNKNOWN(false, "Register the partner."),
    PARTNER_SUSPENDED(false, "Restore the partner's posture, by two persons."),
    POSTURE_LIMITS(false, "Restore the partner's posture, by two persons."),
    NO_AGREEMENT(false, "Propose an agreement that covers it."),
    AGREEMENT_NOT_IN_FORCE(true, "Conclude or renew the agreement."),
    PURPOSE_NOT_AGREED(true, "Use it for an agreed purpose, or agree on this one."),
    CONDITION_UNMET(true, "Meet the further conditions of the agreement."),
    NO_GRANT(true, "Request a grant."),
    GRANT_EXPIRED(true, "Request a new grant."),
    REVIEW_OVERDUE(true, "Have the grant reviewed."),
    TIER_TOO_LOW(true, "Request a grant that reaches deeper."),
    NOT_RELEASABLE(false, "Ask the originator for a release or a tearline."),
    NOT_DISPLAYABLE(false, "Ask the originator for a release or a tearline."),
    CLASSIFICATION_TOO_HIGH(false, "Ask the originator for a tearline."),
    COMPARTMENT_NOT_HELD(false, "Ask the originator for a tearline."),
    ORIGINATOR_CONSENT_MISSING(false, "Ask the originator."),
    OWNER_CONSENT_MISSING(false, "Ask the owner."),
    EXPORT_LICENCE_MISSING(false, "Apply for an export licence."),
    OUTSIDE_GEOFENCE(true, "Ask from a country that the agreement names."),
    ASSURANCE_TOO_LOW(true, "Log in by a stronger means."),
    NOT_IN_DATA_ROOM(false, "Read it in a data room."),
    TRAINING_LAPSED(true, "Attend the training that the agreement demands."),
    NO_MATCHING_RULE(false, "Nothing.");

    private static final Code[] ALL = values();

    private final boolean isForPartner;
    private final Remedy remedy;
    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Code(boolean isForPartner, String remedy) {
        this.isForPartner = isForPartner;
        this.remedy = new Remedy(this, remedy);
    }

    /** As answers write it. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Its place in a set of codes that is an {@code int}. */
    int bit() {
        return 1 << ordinal();
    }

    boolean isForPartner() {
        return isForPartner;
    }

    /** What would change it. */
    public Remedy remedy() {
        return remedy;
    }

    /** What would change a denial. */
    public record Remedy(Code code, String how) {
        /** Of a set of codes, each of which is a bit. */
        static List<Remedy> of(int codes) {
            List<Remedy> remedies = new ArrayList<>(Integer.bitCount(codes));
            for (int rest = codes; rest != 0; rest &= rest - 1) {
                remedies.add(ALL[Integer.numberOfTrailingZeros(rest)].remedy);
            }
            return remedies;
        }
    }
}
