package org.entente.access.standing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;

/**
 * All that a standing is made of: papers to which the partner itself is a party. What is not here cannot be told: no
 * posture, no label, no other partner, no number of anything.
 *
 * @param at the instant of which it tells, by the database's clock
 * @param attestations of the person who asks, and of nobody else
 */
record Papers(
        String partner,
        Instant at,
        List<Agreed> agreements,
        List<Granted> grants,
        List<Expedited> activations,
        List<Attested> attestations) {

    /** Without anybody's training. */
    Papers(String partner, Instant at, List<Agreed> agreements, List<Granted> grants, List<Expedited> activations) {
        this(partner, at, agreements, grants, activations, List.of());
    }

    /** These, and the training of a person. */
    Papers and(List<Attested> attested) {
        return new Papers(partner, at, agreements, grants, activations, attested);
    }

    /** That the person who asks has attended a course; until when that counts, or when it was revoked. */
    record Attested(String course, Instant until, boolean revoked) {
        boolean isValid(Instant at) {
            return !revoked && at.isBefore(until);
        }
    }

    /**
     * An agreement of the partner.
     *
     * @param state as it is stored, in capitals
     * @param document the whole terms, of which {@code terms} are those that are read here
     */
    record Agreed(UUID id, int version, String state, Terms terms, JsonNode document) {
        private static final String IN_FORCE = "IN_FORCE";

        boolean isInForce(Instant at) {
            return state.equals(IN_FORCE) && terms.spans(at);
        }

        String clause() {
            return "agreement " + id + " v" + version;
        }
    }

    /** A grant that was not withdrawn. */
    record Granted(UUID id, GrantTerms terms) {
        boolean isExpired(Instant at) {
            return !at.isBefore(terms.until());
        }

        boolean isOverdue(Instant at) {
            return terms.reviewDue() != null && !at.isBefore(terms.reviewDue());
        }

        boolean isLive(Instant at) {
            return !isExpired(at) && !isOverdue(at);
        }

        String clause() {
            return "grant " + id;
        }
    }

    /** A plan of the partner that is in force. */
    record Expedited(
            String activation,
            String plan,
            int version,
            List<String> purposes,
            List<String> categories,
            int tier,
            String ceiling,
            Instant until) {}
}
