package org.entente.access.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Policies;
import org.entente.http.Problem;

/** Takes decisions until they are on record under the epoch they were taken on, and only then lets them be answered. */
@ApplicationScoped
class Decisions {
    private final Policies policies;
    private final DecisionLog log;
    private final Exchange.Current exchange;
    private final DecisionSettings settings;
    private final MeterRegistry metrics;

    Decisions(
            Policies policies,
            DecisionLog log,
            Exchange.Current exchange,
            DecisionSettings settings,
            MeterRegistry metrics) {
        this.policies = policies;
        this.log = log;
        this.exchange = exchange;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** One of several evaluations. */
    sealed interface Item {
        int portions();

        /** The same where too little is left of licences, if it could use any. */
        default Item without(Set<UUID> licences) {
            return this;
        }
    }

    /** One that something comes of, under any policy. */
    sealed interface Takeable extends Item {
        Asked asked();

        Taken under(CompiledPolicy policy, UUID id);
    }

    /** One that can be decided. */
    record Decidable(Asked asked) implements Takeable {
        @Override
        public Taken under(CompiledPolicy policy, UUID id) {
            return Taken.of(id, asked, Decider.decide(asked.question(), policy));
        }

        @Override
        public Item without(Set<UUID> licences) {
            return new Decidable(asked.without(licences));
        }

        @Override
        public int portions() {
            return asked.question() instanceof Question.OfAsset ofAsset
                    ? ofAsset.asset().portions().size()
                            + ofAsset.asset().tearlines().size()
                    : 0;
        }
    }

    /** A search, whose question is a {@link Search}. */
    record Findable(Asked asked, Paging paging) implements Takeable {
        Search search() {
            return (Search) asked.question();
        }

        @Override
        public Taken under(CompiledPolicy policy, UUID id) {
            return Found.of(id, this, policy);
        }

        @Override
        public int portions() {
            return 0;
        }
    }

    /** One that cannot be understood, and is denied. */
    record Faulty(Problem problem) implements Item {
        @Override
        public int portions() {
            return 0;
        }
    }

    /** Answers in order, as far as the semantic goes; or a 503 problem, and then none of them was answered. */
    Uni<List<Answer>> take(List<Item> items, Batch.Semantic semantic) {
        Attempt first = new Attempt(items, semantic, exchange.get(), 1);
        return policies.current()
                .onFailure()
                .transform(fault -> Problem.unavailable("Policy cannot be read now, so nothing is decided."))
                .chain(policy -> attempt(first, policy));
    }

    private record Attempt(List<Item> items, Batch.Semantic semantic, Exchange exchange, int number) {
        Attempt next() {
            return new Attempt(items, semantic, exchange, number + 1);
        }

        /** Bounded by itself: each of these leaves fewer licences to some item. */
        Attempt without(DecisionLog.Spent spent, List<Taken> taken) {
            List<Item> left = new ArrayList<>(items);
            for (Taken one : taken) {
                Set<UUID> licences = spent.licences().get(one.id());
                if (licences != null) {
                    left.replaceAll(item -> item instanceof Takeable takeable && takeable.asked() == one.asked()
                            ? item.without(licences)
                            : item);
                }
            }
            return new Attempt(left, semantic, exchange, number);
        }
    }

    private Uni<List<Answer>> attempt(Attempt attempt, CompiledPolicy policy) {
        List<Answer> answers = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (Item item : attempt.items()) {
            Answer answer;
            if (item instanceof Takeable takeable) {
                Taken one = takeable.under(policy, DecisionIds.at(System.currentTimeMillis()));
                taken.add(one);
                answer = one.answer();
            } else {
                answer = Answer.of(((Faulty) item).problem());
            }
            answers.add(answer);
            if (attempt.semantic().stopsAfter(answer.decision())) {
                break;
            }
        }
        if (taken.isEmpty()) {
            return Uni.createFrom().item(answers);
        }
        return log.record(taken).chain(outcome -> {
            if (outcome instanceof DecisionLog.Recorded recorded) {
                attempt.exchange().mayAnswer(recorded.since());
                taken.forEach(this::count);
                return Uni.createFrom().item(answers);
            }
            return outcome instanceof DecisionLog.Spent spent
                    ? attempt(attempt.without(spent, taken), policy)
                    : again(attempt, policy);
        });
    }

    private Uni<List<Answer>> again(Attempt attempt, CompiledPolicy outdated) {
        if (attempt.number() >= settings.maxAttempts()) {
            throw Problem.unavailable("Policy changes faster than decisions can be recorded.");
        }
        return policies.after(outdated.epoch())
                .onFailure()
                .transform(fault -> Problem.unavailable("Policy cannot be read now, so nothing is decided."))
                .chain(policy -> attempt(attempt.next(), policy));
    }

    private void count(Taken taken) {
        String outcome = taken.decision().permits() ? "permit" : "deny";
        metrics.counter("entente.decisions", "outcome", outcome).increment();
    }
}
