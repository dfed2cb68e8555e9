package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.agreement.Proposal;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Issue;
import org.entente.access.grant.Width;
import org.entente.access.policy.Activation;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.access.policy.Draft;
import org.entente.access.policy.Plan;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is supposed to become policy, each part in the form in which it would really be proposed.
 *
 * @param agreement as proposed, supposed to be consented to by all
 * @param grant as issued; without an agreement of its own it is one under the draft agreement
 * @param plan as proposed to the crisis service, supposed to be agreed
 * @param activation of the plan; absent: in force at every instant
 * @param without identifiers of agreements and grants that are supposed to end
 */
@Schema(examples = """
                {"agreement": {"partner": "XBB", "title": "Cyber defence 2027", "purposes": ["cyber-defence"],
                   "categories": ["situational-awareness"], "ceiling": "SECRET", "actions": ["discover", "view"],
                   "maxTier": 2, "from": "2027-01-01T00:00:00Z", "until": "2028-01-01T00:00:00Z"},
                 "grant": {"tier": 1, "categories": ["situational-awareness"], "purposes": ["cyber-defence"],
                   "until": "2027-06-01T00:00:00Z"}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftTerms(
        @Nullable Proposal agreement,
        @Nullable Issue grant,
        @Nullable PlanTerms plan,
        @Nullable AssumedActivation activation,
        @Nullable List<UUID> without) {
    /** Of the draft agreement: the nil UUID of RFC 9562 section 5.9, which no real one has. */
    static final UUID AGREEMENT = new UUID(0, 0);

    private static final int MOST_ENDINGS = 50;

    /** Whether it is about a crisis only. */
    boolean isPlanOnly() {
        return plan != null && agreement == null && grant == null && without == null;
    }

    /** The draft, checked like the real thing: problems are the same, told beneath {@code /draft}. */
    Draft checked(Ground ground) {
        Optional<Terms> terms = Optional.ofNullable(agreement).map(stated -> terms(stated, ground));
        Optional<GrantTerms> held = Optional.ofNullable(grant).map(stated -> held(stated, terms, ground));
        Optional<Activation> assumed = activation(ground);
        Set<UUID> endings = endings(ground);
        if (terms.isEmpty() && held.isEmpty() && assumed.isEmpty() && endings.isEmpty()) {
            throw Problem.badRequest("/draft", "needs an agreement, a grant, a plan, or something without which to be");
        }
        boolean isAssumed = ground.validity() == Validity.ASSUMED;
        return new Draft(
                terms
                        .map(agreed -> isAssumed ? agreed.during(Instant.MIN, Instant.MAX) : agreed)
                        .map(agreed -> new Agreement(AGREEMENT, 0, true, agreed))
                        .stream()
                        .toList(),
                held
                        .map(granted -> isAssumed ? granted.forEver() : granted)
                        .map(granted -> new Grant(AGREEMENT, granted))
                        .stream()
                        .toList(),
                assumed.stream().toList(),
                endings);
    }

    private static Terms terms(Proposal stated, Ground ground) {
        return Ground.at("/draft/agreement", () -> {
            Terms terms = stated.checked(ground.vocabulary());
            ground.partner(terms.partner(), "/partner");
            return terms;
        });
    }

    private static GrantTerms held(Issue stated, Optional<Terms> draft, Ground ground) {
        return Ground.at("/draft/grant", () -> {
            boolean isUnderDraft = stated.agreement() == null && draft.isPresent();
            GrantTerms terms = (isUnderDraft ? stated.under(AGREEMENT) : stated).checked(ground.vocabulary());
            Terms agreed = (isUnderDraft ? draft : inForce(terms.agreement(), ground))
                    .orElseThrow(() -> Problem.unprocessable("/agreement", "is not an agreement in force"));
            Width.requireWithin(terms, agreed);
            return terms;
        });
    }

    private static Optional<Terms> inForce(UUID agreement, Ground ground) {
        return ground.policy()
                .agreement(agreement)
                .filter(found -> found.isInForce(ground.now()))
                .map(Agreement::terms);
    }

    private Optional<Activation> activation(Ground ground) {
        if (plan == null) {
            if (activation != null) {
                throw Problem.badRequest("/draft/activation", "needs a plan");
            }
            return Optional.empty();
        }
        Plan agreed = Ground.at("/draft/plan", () -> plan.checked(ground));
        return Optional.of(
                activation == null
                        ? AssumedActivation.always(agreed)
                        : Ground.at("/draft/activation", () -> activation.of(agreed, plan.maxDuration())));
    }

    private Set<UUID> endings(Ground ground) {
        List<UUID> stated = Objects.requireNonNullElse(without, List.of());
        if (stated.size() > MOST_ENDINGS) {
            throw Problem.badRequest("/draft/without", "must have at most " + MOST_ENDINGS + " entries");
        }
        for (int index = 0; index < stated.size(); index++) {
            UUID id = stated.get(index);
            if (id == null
                    || (ground.policy().agreement(id).isEmpty()
                            && ground.policy().grant(id).isEmpty())) {
                throw Problem.unprocessable(
                        "/draft/without/" + index, "is neither an agreement nor a grant that is live");
            }
        }
        return new HashSet<>(stated);
    }
}
