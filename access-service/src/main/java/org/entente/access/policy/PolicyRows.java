package org.entente.access.policy;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.houserule.HouseRules;
import org.entente.access.houserule.RuleBook;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.PublishedCategories;
import org.entente.events.PlanAgreed;
import org.entente.label.LabelException;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;
import org.jboss.logging.Logger;

/** Makes policy of rows; what makes no sense is left out and said, so that it permits nothing and stops nothing else. */
final class PolicyRows {
    private static final Logger LOG = Logger.getLogger(PolicyRows.class);

    private PolicyRows() {}

    static Agreement agreement(Row row) {
        return new Agreement(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getString("state").equals("IN_FORCE"),
                Document.read(row.getString("terms"), Terms.class));
    }

    /** A cause that is not there all the time; those that are make the posture of the partner's row. */
    static Trust.Fall fall(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("valid_until");
        return new Trust.Fall(
                Posture.valueOf(row.getString("posture")),
                row.getOffsetDateTime("valid_from").toInstant(),
                until == null ? null : until.toInstant());
    }

    static Grant grant(Row row) {
        String partner = row.getString("partner");
        GrantTerms terms = Document.read(row.getString("terms"), GrantTerms.class);
        if (!terms.isBoundToAssets()) {
            return new Grant(row.getUUID("id"), terms, partner, null);
        }
        Set<String> assets = new HashSet<>(terms.assets());
        if (!terms.topics().isEmpty()) {
            assets.addAll(List.of(row.getArrayOfStrings("topical")));
        }
        return new Grant(row.getUUID("id"), terms, partner, Set.copyOf(assets));
    }

    /** Empty for an activation that lasts longer than its plan allows: it never counts, not even in part. */
    static Optional<Activation> activation(Row row) {
        PlanAgreed agreed = Document.read(row.getString("terms"), PlanAgreed.class);
        Instant from = row.getOffsetDateTime("valid_from").toInstant();
        Instant until = row.getOffsetDateTime("valid_until").toInstant();
        Instant end = row.getOffsetDateTime("at") == null
                ? until
                : row.getOffsetDateTime("at").toInstant();
        if (Duration.between(from, until).compareTo(agreed.maxDuration()) > 0) {
            LOG.debugf("The activation %s is longer than its plan allows and has no effect.", row.getString("id"));
            return Optional.empty();
        }
        Plan plan = new Plan(
                agreed.plan(),
                agreed.version(),
                agreed.partners(),
                agreed.purposes(),
                agreed.categories(),
                agreed.tier(),
                agreed.ceiling(),
                agreed.groups());
        return Optional.of(new Activation(row.getString("id"), plan, from, end.isBefore(until) ? end : until));
    }

    static RuleBook ruleBook(Row row) {
        return RuleBook.of(Document.read(row.getString("document"), HouseRules.class), row.getInteger("version"));
    }

    static List<String> categories(Row row) {
        return Document.read(row.getString("document"), PublishedCategories.class)
                .added();
    }

    static MarkingPolicy markingPolicy(Row row) {
        return Document.read(row.getString("document"), MarkingPolicy.class);
    }

    /** The alliance's first, since the others refer to it. */
    static MarkingPolicies markingPolicies(Collection<MarkingPolicy> policies) {
        MarkingPolicies all = MarkingPolicies.builtIn();
        for (boolean isAlliancesTurn : new boolean[] {true, false}) {
            for (MarkingPolicy policy : policies) {
                if (policy.name().equals(MarkingPolicies.ALLIANCE) == isAlliancesTurn) {
                    all = with(all, policy);
                }
            }
        }
        return all;
    }

    private static MarkingPolicies with(MarkingPolicies policies, MarkingPolicy policy) {
        try {
            return policies.with(policy);
        } catch (LabelException fault) {
            LOG.warnf("Nothing marked by the policy %s can be shared: %s", policy.name(), fault.getMessage());
            return policies;
        }
    }
}
