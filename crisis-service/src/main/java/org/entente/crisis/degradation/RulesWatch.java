package org.entente.crisis.degradation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.signal.Gates;
import org.entente.crisis.signal.Signals;
import org.entente.crisis.signal.Watcher;
import org.entente.crisis.time.DatabaseTime;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Narrows as the rules in force say, as soon as indicators surge; never widens. */
@ApplicationScoped
@Priority(1) // narrowing waits for no criterion of a plan
class RulesWatch implements Watcher {
    private final Gates gates;
    private final DatabaseTime time;
    private final Announcement announcement;
    private final ObjectMapper json;

    RulesWatch(Gates gates, DatabaseTime time, Announcement announcement, ObjectMapper json) {
        this.gates = gates;
        this.time = time;
        this.announcement = announcement;
        this.json = json;
    }

    /**
     * A step of a rule, for somebody.
     *
     * @param partner absent for all
     */
    private record Case(Rule rule, Rule.When when, @Nullable String partner) {
        String owner() {
            return rule.owner(when.step());
        }

        String subject() {
            return partner == null ? "" : partner;
        }

        /** What its gate is next. */
        Gate next(Gate gate, Readings readings, Instant now) {
            boolean rises = when.expression().isMet(readings);
            return gate.next(rises, !rises, now, rule.inertia(when));
        }
    }

    @Override
    public Uni<Void> look() {
        return Panache.withSession(() -> time.now().chain(now -> inForce().chain(rules -> moving(rules, now))))
                .chain(moving -> Multi.createFrom()
                        .iterable(moving)
                        .onItem()
                        .transformToUniAndConcatenate(this::move)
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<List<Rule>> inForce() {
        return HeldRule.<HeldRule>list("state in ?1", List.of(RuleMove.State.IN_FORCE, RuleMove.State.END_PROPOSED))
                .map(rules -> rules.stream().map(held -> held.rule(json)).toList());
    }

    /** Those whose gates will be other than they are, without a lock; in as many queries for a thousand rules as for one. */
    private Uni<List<Case>> moving(List<Rule> rules, Instant now) {
        Set<String> indicators = new TreeSet<>();
        rules.forEach(rule -> indicators.addAll(rule.indicators()));
        return Signals.recent(indicators, now)
                .map(recent -> recent.stream().collect(Collectors.groupingBy(Reading::indicator)))
                .chain(recent -> gates.standing(Rule.OWNER).map(standing -> rules.stream()
                        .flatMap(rule -> moving(rule, rule.of(recent), standing, now))
                        .toList()));
    }

    private static Stream<Case> moving(Rule rule, List<Reading> recent, Gates.Standing standing, Instant now) {
        return cases(rule, recent).stream().filter(each -> {
            Gate gate = standing.of(each.owner(), each.subject());
            return !each.next(gate, readings(recent, now, each), now).equals(gate);
        });
    }

    private static List<Case> cases(Rule rule, List<Reading> recent) {
        List<Case> cases = new ArrayList<>();
        for (Rule.When when : rule.steps()) {
            if (rule.scope() == Rule.Scope.ALL) {
                cases.add(new Case(rule, when, null));
            } else {
                partners(rule, recent).forEach(partner -> cases.add(new Case(rule, when, partner)));
            }
        }
        return cases;
    }

    private static Set<String> partners(Rule rule, List<Reading> recent) {
        Set<String> partners = new TreeSet<>();
        if (rule.partners() != null) {
            partners.addAll(rule.partners());
        } else {
            recent.stream().map(Reading::partner).filter(Objects::nonNull).forEach(partners::add);
        }
        return partners;
    }

    private static Readings readings(List<Reading> recent, Instant now, Case of) {
        return new Readings(recent, now, of.partner());
    }

    /** Gate and degradation in one transaction, so that a surge narrows once. */
    private Uni<Void> move(Case moving) {
        Expression expression = moving.when().expression();
        return Panache.withTransaction(() -> time.now().chain(now -> Signals.recent(expression.indicators(), now)
                        .chain(recent -> {
                            Readings readings = readings(recent, now, moving);
                            return gates.move(
                                    moving.owner(),
                                    moving.subject(),
                                    readings,
                                    gate -> moving.next(gate, readings, now));
                        })
                        .chain(turn -> turn.hasOpened()
                                ? narrow(moving, turn, now)
                                : Uni.createFrom().voidItem())))
                // It is narrowed by this rule already, and nobody has widened it since.
                .onFailure(ConstraintViolationException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> narrow(Case moving, Gates.Turn turn, Instant now) {
        return Degradation.count(
                        "rule = ?1 and step = ?2 and coalesce(partner, '') = ?3 and state <> ?4",
                        moving.rule().name(),
                        moving.when().step(),
                        moving.subject(),
                        DegradationMove.State.REVERSED)
                .chain(live -> {
                    if (live > 0) {
                        return Uni.createFrom().voidItem();
                    }
                    Degradation degradation = Degradation.byRule(
                            moving.rule().name(),
                            moving.partner(),
                            moving.when().step(),
                            turn.because(),
                            now,
                            json);
                    return degradation.persist().chain(() -> announcement.started(degradation));
                });
    }
}
