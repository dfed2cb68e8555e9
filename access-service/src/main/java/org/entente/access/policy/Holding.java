package org.entente.access.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** An agreement and the grants under it as decisions ask for them: sets are bits, clauses are written. */
public final class Holding {
    private final Agreement agreement;
    private final String clause;
    private final BitSet categories;
    private final BitSet purposes;
    private final Set<Act> acts = EnumSet.noneOf(Act.class);
    private final int ceiling;
    private final List<HeldGrant> grants;

    Holding(Agreement agreement, List<Grant> grants, Words words) {
        this.agreement = agreement;
        this.clause = "agreement " + agreement.id() + " v" + agreement.version();
        this.categories = words.set(agreement.terms().categories());
        this.purposes = words.set(agreement.terms().purposes());
        agreement.terms().actions().forEach(action -> Act.of(action).ifPresent(acts::add));
        this.ceiling = Ceiling.of(agreement.terms().ceiling());
        List<HeldGrant> held = new ArrayList<>(grants.size());
        for (Grant grant : grants) {
            held.add(new HeldGrant(grant, agreement, clause, words));
        }
        held.sort(Comparator.comparing(HeldGrant::grant, Comparator.comparing(Grant::id)));
        this.grants = List.copyOf(held);
    }

    public Agreement agreement() {
        return agreement;
    }

    /** What speaks of it. */
    public String clause() {
        return clause;
    }

    /** The grants under it, in the order of their identifiers. */
    public List<HeldGrant> grants() {
        return grants;
    }

    /** Whether the agreement covers all of the categories, the classification and the act. */
    public boolean covers(Reach reach) {
        return acts.contains(reach.act())
                && reach.meaning().label().classification().common() <= ceiling
                && hasAll(categories, reach.meaning().categories());
    }

    /** Whether the agreement is for the purpose; any is, where none is stated. */
    public boolean isFor(Reach reach) {
        return reach.purpose() == null || purposes.get(reach.purposeNumber());
    }

    private static boolean hasAll(BitSet set, int[] numbers) {
        for (int number : numbers) {
            if (!set.get(number)) {
                return false;
            }
        }
        return true;
    }

    /** A grant with what it says in conjunction with its agreement. */
    public static final class HeldGrant {
        private final Grant grant;
        private final String clause;
        private final List<String> grounds;
        private final Instant until;
        private final BitSet categories;
        private final BitSet purposes;

        private HeldGrant(Grant grant, Agreement agreement, String agreementClause, Words words) {
            this.grant = grant;
            this.clause = "grant " + grant.id();
            this.grounds = List.of(agreementClause + ", purposes", clause);
            this.until = earlier(agreement.terms().until(), grant.terms().until());
            this.categories = words.set(grant.terms().categories());
            this.purposes = words.set(grant.terms().purposes());
        }

        public Grant grant() {
            return grant;
        }

        public String clause() {
            return clause;
        }

        /** What permits, where nothing is unmet. */
        public List<String> grounds() {
            return grounds;
        }

        /** When the first of the grounds ends. */
        public Instant until() {
            return until;
        }

        /** Whether it is about all of the categories. */
        public boolean isAbout(Reach reach) {
            return hasAll(categories, reach.meaning().categories());
        }

        /** Whether it is for the purpose; any is, where none is stated. */
        public boolean isFor(Reach reach) {
            return reach.purpose() == null || purposes.get(reach.purposeNumber());
        }
    }

    /** The first of two ends; nothing ends with what is absent. */
    public static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
