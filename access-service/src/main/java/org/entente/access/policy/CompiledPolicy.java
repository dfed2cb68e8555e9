package org.entente.access.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.access.agreement.Terms;
import org.entente.access.expression.Expression;
import org.entente.access.grant.GrantTerms;
import org.entente.access.houserule.RuleBook;
import org.entente.access.partner.Posture;
import org.entente.label.Classification;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.jspecify.annotations.Nullable;

/** Everything that decisions depend on, at one epoch; immutable and indexed by what a decision asks first. */
public final class CompiledPolicy {
    private final long epoch;
    private final Labels labels;
    private final Parts parts;
    private final Map<String, Posture> postures;
    private final Boundaries boundaries;
    private final Set<String> conditional = new HashSet<>();
    private final Map<String, Map<String, List<Agreement>>> byPartnerAndCategory = new HashMap<>();
    private final Map<UUID, List<Grant>> grants = new HashMap<>();
    private final Map<String, List<Activation>> activations = new HashMap<>();
    private final Map<String, RuleBook> ruleBooks = new HashMap<>();

    /**
     * What was agreed, is proposed, or has ended.
     *
     * @param version of the terms
     * @param isConsented whether all parties stand by it
     * @param conditions of its terms, compiled
     */
    public record Agreement(UUID id, int version, boolean isConsented, Terms terms, List<Condition> conditions) {

        public Agreement(UUID id, int version, boolean isConsented, Terms terms) {
            this(id, version, isConsented, terms, Condition.compiled(terms));
        }

        /** Whether it covers all of the categories, the classification and the action. */
        public boolean covers(List<String> categories, Classification classification, String action) {
            return terms.categories().containsAll(categories)
                    && isWithin(classification, terms.ceiling())
                    && terms.actions().contains(action);
        }

        public boolean isInForce(Instant instant) {
            return isConsented && terms.spans(instant);
        }
    }

    /** A clause of an agreement that is an expression; one that no longer compiles is never met. */
    public record Condition(String clause, Expression expression) {
        private static List<Condition> compiled(Terms terms) {
            return terms.conditions().stream()
                    .map(stated -> new Condition(stated.clause(), Expression.orNever(stated.expression())))
                    .toList();
        }
    }

    /** A grant that was not withdrawn. */
    public record Grant(UUID id, GrantTerms terms) {}

    /**
     * A plan that all parties have agreed on, in force for a time.
     *
     * @param from first instant
     * @param until first instant no more: as activated, or as ended
     */
    public record Activation(String id, Plan plan, Instant from, Instant until) {
        /** Whether the plan's ceiling, fixed beforehand, takes in all of this at that instant. */
        public boolean reaches(Reach reach, Instant instant) {
            return !instant.isBefore(from)
                    && instant.isBefore(until)
                    && plan.categories().containsAll(reach.categories())
                    && isWithin(reach.classification(), plan.ceiling())
                    && reach.tier() <= plan.tier()
                    && (reach.purpose() == null || plan.purposes().contains(reach.purpose()));
        }
    }

    /**
     * What a plan fixes beforehand.
     *
     * @param tier how deep, 0 to 4
     * @param ceiling the highest classification, a level of {@code ALLIANCE}
     */
    public record Plan(
            String id,
            int version,
            List<String> partners,
            List<String> purposes,
            List<String> categories,
            int tier,
            String ceiling) {
        public Plan {
            partners = List.copyOf(partners);
            purposes = List.copyOf(purposes);
            categories = List.copyOf(categories);
        }
    }

    /**
     * How far access would have to reach.
     *
     * @param purpose as stated; absent for discovery without one
     */
    public record Reach(
            List<String> categories,
            Classification classification,
            int tier,
            @Nullable String purpose) {}

    /** What a policy is compiled from. */
    public record Parts(
            Map<String, Posture> postures,
            Collection<Agreement> agreements,
            Collection<Grant> grants,
            Collection<Activation> activations,
            Collection<RuleBook> ruleBooks) {

        public Parts(
                Map<String, Posture> postures,
                Collection<Agreement> agreements,
                Collection<Grant> grants,
                Collection<Activation> activations) {
            this(postures, agreements, grants, activations, List.of());
        }

        /** The same with other agreements, grants and activations. */
        Parts with(Collection<Agreement> agreements, Collection<Grant> grants, Collection<Activation> activations) {
            return new Parts(postures, agreements, grants, activations, ruleBooks);
        }
    }

    public CompiledPolicy(long epoch, Labels labels, Parts parts) {
        this.epoch = epoch;
        this.labels = labels;
        this.parts = parts;
        this.postures = Map.copyOf(parts.postures());
        this.boundaries = new Boundaries(parts);
        parts.agreements().forEach(this::index);
        parts.grants()
                .forEach(grant -> listed(grants, grant.terms().agreement()).add(grant));
        for (Activation activation : parts.activations()) {
            activation.plan().partners().forEach(partner -> listed(activations, partner)
                    .add(activation));
        }
        for (RuleBook book : parts.ruleBooks()) {
            book.resourceTypes().forEach(type -> ruleBooks.put(type, book));
        }
    }

    public long epoch() {
        return epoch;
    }

    public Labels labels() {
        return labels;
    }

    public Optional<Agreement> agreement(UUID id) {
        return parts.agreements().stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst();
    }

    public Optional<Grant> grant(UUID id) {
        return parts.grants().stream().filter(grant -> grant.id().equals(id)).findFirst();
    }

    /** This policy if a draft were part of it; for simulations, never for a decision that is answered. */
    public CompiledPolicy with(Draft draft) {
        return new CompiledPolicy(
                epoch,
                labels,
                parts.with(
                        draft.agreements(parts.agreements()),
                        draft.grants(parts.grants()),
                        draft.activations(parts.activations())));
    }

    public Optional<Posture> posture(@Nullable String partner) {
        return partner == null ? Optional.empty() : Optional.ofNullable(postures.get(partner));
    }

    /** The agreements with a partner that name a category, whatever their state. */
    public List<Agreement> agreements(String partner, String category) {
        return byPartnerAndCategory.getOrDefault(partner, Map.of()).getOrDefault(category, List.of());
    }

    public List<Grant> grants(UUID agreement) {
        return grants.getOrDefault(agreement, List.of());
    }

    /** The activations of plans to which the partner is a party. */
    public List<Activation> activations(String partner) {
        return activations.getOrDefault(partner, List.of());
    }

    /**
     * The first instant after that one at which a decision for the partner may come out otherwise under this policy; empty
     * where it may at any time, or for another person, since conditions of an agreement may read either.
     */
    public Optional<Instant> unchangedUntil(String partner, Instant instant) {
        return conditional.contains(partner) ? Optional.empty() : Optional.of(boundaries.after(instant));
    }

    /** The house rules that govern a type of resource; {@code asset} none ever does. */
    public Optional<RuleBook> ruleBook(String resourceType) {
        return Optional.ofNullable(ruleBooks.get(resourceType));
    }

    private void index(Agreement agreement) {
        if (!agreement.conditions().isEmpty()) {
            conditional.add(agreement.terms().partner());
        }
        Map<String, List<Agreement>> byCategory =
                byPartnerAndCategory.computeIfAbsent(agreement.terms().partner(), partner -> new HashMap<>());
        agreement.terms().categories().forEach(category -> listed(byCategory, category)
                .add(agreement));
    }

    private static <K, V> List<V> listed(Map<K, List<V>> lists, K key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    /** Whether a classification is, on the common scale, no higher than a level of it; an unknown level is below all. */
    private static boolean isWithin(Classification classification, String ceiling) {
        return MarkingPolicies.builtIn()
                .classification(MarkingPolicies.ALLIANCE, ceiling)
                .map(level -> classification.common() <= level.common())
                .orElse(false);
    }
}
