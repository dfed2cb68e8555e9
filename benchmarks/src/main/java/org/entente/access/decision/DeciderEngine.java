package org.entente.access.decision;

import java.util.List;
import java.util.Map;
import org.entente.access.decision.Question.Asset;
import org.entente.access.decision.Question.Context;
import org.entente.access.decision.Question.OfAsset;
import org.entente.access.decision.Question.Portion;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.vocabulary.Assurance;
import org.entente.benchmarks.decider.StoredPolicy;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Marking;
import org.entente.benchmarks.workload.Person;
import org.entente.benchmarks.workload.Request;
import org.entente.benchmarks.workload.Words;
import org.entente.benchmarks.workload.Workload;
import org.entente.label.Act;
import org.entente.label.Clearance;
import org.entente.label.Label;
import org.entente.label.MarkingPolicies;

/** Our decider, with its reasons, obligations, remedies and both explanations. In its package, since it is not public. */
public final class DeciderEngine implements Engine<Decision> {
    private final CompiledPolicy policy;
    private final List<Question> questions;

    public DeciderEngine(Workload workload) {
        policy = StoredPolicy.of(workload).compile();
        questions = workload.requests().stream().map(DeciderEngine::question).toList();
    }

    @Override
    public Decision decide(int request) {
        return Decider.decide(questions.get(request), policy);
    }

    @Override
    public boolean permits(Decision decision) {
        return decision.permits();
    }

    private static Question question(Request request) {
        Portion portion = new Portion("p1", new StatedLabel.Readable(label(request.marking())));
        return new OfAsset(
                person(request.person()),
                Act.of(request.action()).orElseThrow(),
                new Asset(Words.HOME, List.of(portion), List.of(), Map.of(), null),
                new Context(request.purpose(), request.instant(), false));
    }

    private static Question.Person person(Person person) {
        return new Question.Person(
                person.partner(),
                List.of(person.partner()),
                List.of(new Clearance(MarkingPolicies.ALLIANCE, person.clearance(), person.compartments())),
                Assurance.values()[Words.ASSURANCES.indexOf(person.assurance())],
                null,
                null,
                person.country(),
                null,
                null,
                null);
    }

    private static Label label(Marking marking) {
        return new Label(
                MarkingPolicies.ALLIANCE,
                marking.classification(),
                Words.HOME,
                null,
                marking.releasableTo(),
                marking.displayableTo(),
                marking.compartments(),
                false,
                null,
                marking.categories(),
                null,
                null,
                null);
    }
}
