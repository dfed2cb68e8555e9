package org.entente.access.policy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.entente.access.agreement.Article;
import org.entente.access.agreement.Demands;
import org.entente.access.agreement.Duty;
import org.entente.access.agreement.Onward;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/**
 * An agreement and the grants under it as decisions ask for them. There are many, and a decision looks at each of a
 * partner's: words are bits and instants numbers, kept here, so that it rarely has to look elsewhere.
 */
public final class Holding {
    private final int acts;
    private final int ceiling;
    private final long categories;
    private final long purposes;
    private final long from;
    private final long until;
    private final boolean isConsented;
    private final boolean isConditional;
    private final @Nullable Demands demands;
    private final HeldGrant[] grants;
    private final Agreement agreement;
    private final String clause;
    private final int duties;
    private final Map<Article, String> citations;

    Holding(Agreement agreement, List<Grant> grants, Words words) {
        this.agreement = agreement;
        this.clause = "agreement " + agreement.id() + " v" + agreement.version();
        this.categories = words.add(agreement.terms().categories());
        this.purposes = words.add(agreement.terms().purposes());
        this.acts = agreement.terms().actions().stream()
                .flatMap(action -> Act.of(action).stream())
                .mapToInt(Holding::bit)
                .reduce(0, (one, other) -> one | other);
        this.duties = agreement.terms().undertaken().obligations().stream()
                .mapToInt(Duty::bit)
                .reduce(0, (one, other) -> one | other);
        this.citations = Article.citations(agreement.terms());
        this.ceiling = Ceiling.of(agreement.terms().ceiling());
        this.isConsented = agreement.isConsented();
        this.isConditional = !agreement.conditions().isEmpty();
        this.from = Micros.from(agreement.terms().from());
        this.until = Micros.from(agreement.terms().until());
        this.demands = demanded(agreement.terms().demands());
        this.grants = grants.stream()
                .sorted(Comparator.comparing(Grant::id))
                .map(grant -> new HeldGrant(grant, agreement, clause + ", purposes" + cited(Article.PURPOSES), words))
                .toArray(HeldGrant[]::new);
    }

    public Agreement agreement() {
        return agreement;
    }

    /** What speaks of it. */
    public String clause() {
        return clause;
    }

    /** What it demands of the reader's surroundings; absent for nothing. */
    public @Nullable Demands demands() {
        return demands;
    }

    /** Whether it has conditions of its own. */
    public boolean isConditional() {
        return isConditional;
    }

    /** Whether the agreement covers all of the categories, the classification and the act. */
    public boolean covers(Reach reach) {
        return (acts & bit(reach.act())) != 0
                && reach.meaning().classification() <= ceiling
                && reach.seemsWithin(categories)
                && (reach.aim().areBitsEnough()
                        || agreement
                                .terms()
                                .categories()
                                .containsAll(reach.meaning().label().categories()));
    }

    /** Whether all parties stand by it, and the instant is in the agreed time. */
    public boolean isInForce(long micros) {
        return isConsented && from <= micros && micros < until;
    }

    /** Whether the agreement is for the purpose; any is, where none is stated. */
    public boolean isFor(Reach reach) {
        Aim aim = reach.aim();
        return aim.seemsAmong(purposes)
                && (aim.areBitsEnough() || aim.isAmong(agreement.terms().purposes()));
    }

    /** How many grants there are under it, each with a place from 0 on, in the order of their identifiers. */
    public int grants() {
        return grants.length;
    }

    public HeldGrant grant(int place) {
        return grants[place];
    }

    private static @Nullable Demands demanded(@Nullable Demands demands) {
        return demands == null || demands.isNothing() ? null : demands;
    }

    /** How a decision that rests on an article cites the clauses that govern it, if any do. */
    public String cited(Article article) {
        return citations.getOrDefault(article, "");
    }

    /** Whether the agreement obliges whoever hands out to this, each time. */
    public boolean obliges(Duty duty) {
        return (duties & duty.bit()) != 0;
    }

    /** What it says of passing on; absent where the agreed actions say all. */
    public @Nullable Onward onward() {
        return agreement.terms().undertaken().onward();
    }

    /** Until when a copy handed over at an instant may be kept: periods count in UTC, which knows no daylight saving. */
    public Instant keptUntil(Instant handedOver) {
        Instant end = agreement.terms().until();
        Period retention = agreement.terms().undertaken().retention();
        return retention == null
                ? end
                : earlier(
                        end, handedOver.atOffset(ZoneOffset.UTC).plus(retention).toInstant());
    }

    private static int bit(Act act) {
        return 1 << act.ordinal();
    }

    /** The first of two ends; nothing ends with what is absent. */
    public static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
