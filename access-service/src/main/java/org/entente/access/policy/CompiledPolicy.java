package org.entente.access.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.entente.access.agreement.Terms;
import org.entente.access.expression.Expression;
import org.entente.access.grant.GrantTerms;
import org.entente.access.houserule.RuleBook;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/** Everything that decisions depend on, at one epoch; immutable and indexed by what a decision asks first. */
public final class CompiledPolicy {
    private final long epoch;
    private final Labels labels;
    private final Parts parts;
    private final Map<String, Trust> postures;
    private final Boundaries boundaries;
    private final Holdings holdings;
    private final Words words = new Words();
    private final Meanings meanings;
    private final CompiledWarrants warrants;
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

    /**
     * A grant that was not withdrawn.
     *
     * @param partner who holds it; absent for the only partner of its agreement
     * @param assets all that it is bound to, by itself and by its topics; absent where it is not bound
     */
    public record Grant(
            UUID id,
            GrantTerms terms,
            @Nullable String partner,
            @Nullable Set<String> assets) {
        /** One of the only partner of its agreement, whose topics are nothing yet. */
        public Grant(UUID id, GrantTerms terms) {
            this(id, terms, null, terms.isBoundToAssets() ? Set.copyOf(terms.assets()) : null);
        }

        boolean isHeldBy(String other, boolean isOnly) {
            return partner == null ? isOnly : partner.equals(other);
        }
    }

    public CompiledPolicy(long epoch, Labels labels, Parts parts) {
        this.epoch = epoch;
        this.labels = labels;
        this.parts = parts;
        this.postures = Map.copyOf(parts.postures());
        this.boundaries = new Boundaries(parts);
        this.meanings = new Meanings(labels, words);
        this.warrants = new CompiledWarrants(parts.warrants());
        this.holdings = new Holdings(parts, words);
        parts.activations().stream()
                .sorted(Comparator.comparing(Activation::id))
                .forEach(activation -> activation.plan().partners().forEach(partner -> listed(activations, partner)
                        .add(activation)));
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

    public CompiledWarrants warrants() {
        return warrants;
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
        return new CompiledPolicy(epoch, labels, parts.with(draft));
    }

    /** The same with other postures of partners that are known; for exercises, never for a decision that is answered. */
    public CompiledPolicy with(Draft draft, Map<String, Posture> others) {
        return new CompiledPolicy(epoch, labels, parts.with(draft).trusting(others));
    }

    /** How far a partner is trusted at an instant; empty for one that is not known. */
    public Optional<Posture> posture(@Nullable String partner, Instant instant) {
        Trust trust = partner == null ? null : postures.get(partner);
        return trust == null ? Optional.empty() : Optional.of(trust.at(instant));
    }

    public boolean knows(String partner) {
        return postures.containsKey(partner);
    }

    /**
     * What a label means on the day of the instant.
     *
     * @param originator of a label that names none
     * @throws org.entente.label.LabelException where the label says something unknown
     */
    public Meaning meaning(Label label, @Nullable String originator, Instant instant) {
        return meanings.of(label, originator, instant);
    }

    public Aim aim(@Nullable String purpose) {
        return new Aim(purpose, words);
    }

    /**
     * What a partner holds under agreements that name the first category of the label, whatever their state, in the order
     * of their identifiers.
     */
    public List<Holding> holdings(String partner, Meaning meaning) {
        String category = meaning.label().categories().get(0);
        return holdings.about(partner, category);
    }

    /** The activations of plans to which the partner is a party, in the order of their identifiers. */
    public List<Activation> activations(String partner) {
        return activations.getOrDefault(partner, List.of());
    }

    /** The first activation for the partner that reaches that far at the instant. */
    public Optional<Activation> activation(String partner, Reach reach, Instant instant) {
        return activations(partner).stream()
                .filter(activation ->
                        activation.reaches(reach, instant) && isAmong(partner, activation.plan(), instant))
                .findFirst();
    }

    private boolean isAmong(String partner, Plan plan, Instant instant) {
        return plan.groups().isEmpty() || PlanGroups.include(labels, plan.groups(), partner, instant);
    }

    /**
     * The first instant after that one at which a decision for the partner may come out otherwise under this policy; empty
     * where it may at any time, or for another person, since conditions of an agreement may read either, training is
     * attested by person, and a grant may be bound to one.
     */
    public Optional<Instant> unchangedUntil(String partner, Instant instant) {
        return holdings.arePersonal(partner) ? Optional.empty() : Optional.of(boundaries.after(instant));
    }

    /**
     * The assets to which consents for the partner are bound, and grants of it that this one may use, sorted: what is decided
     * about labels alone says nothing about them, so that whoever lists has to ask about each.
     */
    public List<String> named(String partner, Particular reader) {
        SortedSet<String> named = warrants.named(partner);
        holdings.addNamed(partner, reader, named);
        return List.copyOf(named);
    }

    /** The house rules that govern a type of resource; {@code asset} none ever does. */
    public Optional<RuleBook> ruleBook(String resourceType) {
        return Optional.ofNullable(ruleBooks.get(resourceType));
    }

    private static <K, V> List<V> listed(Map<K, List<V>> lists, K key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }
}
