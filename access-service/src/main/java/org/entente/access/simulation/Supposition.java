package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated: a draft, over the decisions recorded in a period or over requests.
 *
 * @param from start of the period
 * @param until its first instant no more; absent, or later than now: now
 * @param requests in the form of AuthZEN Authorization API 1.0 section 6.1, each of the instant that it states
 * @param against the policy compared with; absent: now
 * @param validity of the draft; absent: assumed
 */
@Schema(examples = """
                {"draft": {"grant": {"agreement": "5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11", "tier": 2,
                   "categories": ["shared-analysis"], "purposes": ["cyber-defence"], "until": "2027-03-01T00:00:00Z"}},
                 "from": "2026-10-01T00:00:00Z", "until": "2026-11-01T00:00:00Z"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Supposition(
        @Nullable DraftTerms draft,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable List<ObjectNode> requests,
        @Nullable Against against,
        @Nullable Validity validity) {

    /** What was asked for, without the requests themselves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(
            DraftTerms draft,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer requests,
            Against against,
            Validity validity) {}

    Supposition with(List<ObjectNode> others) {
        if (requests != null) {
            throw Problem.badRequest("/requests", "follow line by line, and nowhere else");
        }
        return new Supposition(draft, from, until, others, against, validity);
    }

    /** In full, if it makes sense; otherwise a 400 or 413 problem that names the field. */
    Asked checked(Instant now, int maxRequests) {
        DraftTerms stated = Vocabulary.present(draft, "/draft");
        Against policy = Objects.requireNonNullElse(against, Against.NOW);
        Validity valid = Objects.requireNonNullElse(validity, Validity.ASSUMED);
        if (requests == null) {
            Instant start = Vocabulary.present(from, "/from");
            Instant end = until == null || until.isAfter(now) ? now : until;
            if (!end.isAfter(start)) {
                throw Problem.badRequest(until == null ? "/from" : "/until", "leaves no time that has passed");
            }
            return new Asked(stated, start, end, null, policy, valid);
        }
        if (from != null || until != null) {
            throw Problem.badRequest("/requests", "cannot stand beside a period");
        }
        if (policy == Against.THEN) {
            throw Problem.badRequest("/against", "can be then for recorded decisions only");
        }
        if (requests.isEmpty()) {
            throw Problem.badRequest("/requests", "must not be empty");
        }
        if (requests.size() > maxRequests) {
            throw Problem.tooLarge("/requests", "has more than " + maxRequests + " entries");
        }
        return new Asked(stated, null, null, requests.size(), policy, valid);
    }
}
