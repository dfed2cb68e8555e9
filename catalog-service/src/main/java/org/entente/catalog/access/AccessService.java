package org.entente.catalog.access;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.catalog.access.Question.Context;
import org.entente.catalog.access.Question.Evaluation;
import org.entente.catalog.access.Question.Options;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/** What access-service says, as values; that it says nothing clear is a 503 problem. */
@ApplicationScoped
public class AccessService {
    private static final Logger LOG = Logger.getLogger(AccessService.class);

    private final DecisionPoint decisions;

    AccessService(DecisionPoint decisions) {
        this.decisions = decisions;
    }

    /**
     * Under which of the labels this reader may discover.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Discoverable> discoverable(Asking asking, Marked marked) {
        Question question = new Question(
                asking.subject(),
                marked.byLabel(),
                new Context(asking.purpose()),
                List.of(Evaluation.of("discover")),
                null);
        return ask(
                question,
                asking,
                answer -> Discoverable.of(answer.decision(0, marked.labels().keySet())));
    }

    /**
     * Under which of its labels this reader may discover each asset; in order, all of one policy epoch.
     *
     * @param marked at least one, of at most 1,000
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<List<Discoverable>> discoverable(Asking asking, List<Marked> marked) {
        Question question = new Question(
                asking.subject(),
                marked.get(0).byLabel(),
                new Context(asking.purpose()),
                marked.stream()
                        .map(each -> new Evaluation(new Question.Action("discover"), each.byLabel(), null))
                        .toList(),
                null);
        return ask(question, asking, answer -> IntStream.range(0, marked.size())
                .mapToObj(index -> Discoverable.of(
                        answer.decision(index, marked.get(index).labels().keySet())))
                .toList());
    }

    /**
     * The decisions on a view of each, a portion for each label; in order.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<List<Decision>> views(Asking asking, List<Marked> marked) {
        Question question = new Question(
                asking.subject(),
                marked.get(0).byLabel(),
                new Context(asking.purpose()),
                marked.stream()
                        .map(each -> new Evaluation(new Question.Action("view"), each.byLabel(), null))
                        .toList(),
                null);
        return ask(question, asking, answer -> IntStream.range(0, marked.size())
                .mapToObj(index ->
                        answer.decision(index, marked.get(index).labels().keySet()))
                .toList());
    }

    /**
     * Under which of the labels this reader may discover and be handed a copy for the purpose. Who may be handed what is
     * decided again when it is handed over; where agreements have conditions, which may be about the thing itself, only
     * discovery is decided here.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Discoverable> releasable(Asking asking, Marked marked) {
        Question question = new Question(
                asking.subject(),
                marked.byLabel(),
                new Context(asking.purpose()),
                List.of(
                        new Evaluation(new Question.Action("discover"), null, new Context(null)),
                        Evaluation.of("release")),
                null);
        Set<String> asked = marked.labels().keySet();
        return ask(question, asking, answer -> Discoverable.of(answer.decision(0, asked))
                .alsoReleasable(answer.decision(1, asked)));
    }

    /**
     * The decisions on handing over copies, each on record, in the order of the lots; all of one policy epoch.
     *
     * @param lots at least one, of at most 1,000
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<List<Decision>> release(Asking asking, List<Lot> lots) {
        List<Evaluation> evaluations = lots.stream()
                .map(lot -> new Evaluation(new Question.Action("release"), lot.resource(), null))
                .toList();
        Question question = new Question(
                asking.subject(), lots.get(0).resource(), new Context(asking.purpose()), evaluations, null);
        return ask(question, asking, answer -> decisions(answer, lots));
    }

    private static List<Decision> decisions(Answer answer, List<Lot> lots) {
        List<Decision> decisions = new ArrayList<>(lots.size());
        for (int index = 0; index < lots.size(); index++) {
            decisions.add(answer.decision(index, lots.get(index).asked()));
        }
        return decisions;
    }

    /**
     * Puts on record what is about to be shown, and says whether it may be: not where the decisions that it rests on do not
     * hold any more.
     *
     * @throws Problem (as failure) 503 if it cannot be recorded
     */
    public Uni<Boolean> disclose(Disclosure disclosure) {
        return decisions
                .disclose(disclosure)
                .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .onFailure()
                .transform(AccessService::told);
    }

    /**
     * The decision on a view; empty if the reader may not even discover the asset. Discovery is asked first, without
     * purpose, and stops at a denial, so that an asset that is not there and one that is hidden look the same.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Optional<Decision>> view(Asking asking, Marked marked, List<Portion> portions) {
        return view(asking, marked, portions, List.of());
    }

    /** The same of an asset with tearlines, of which one may go where not all portions may. */
    public Uni<Optional<Decision>> view(Asking asking, Marked marked, List<Portion> portions, List<Portion> tearlines) {
        return afterDiscovery("view", asking, marked, portions, tearlines);
    }

    /**
     * The decision on handing over a copy, in which a tearline may stand in for what may not go; otherwise as {@link #view}.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Optional<Decision>> release(
            Asking asking, Marked marked, List<Portion> portions, List<Portion> tearlines) {
        return afterDiscovery("release", asking, marked, portions, tearlines);
    }

    private Uni<Optional<Decision>> afterDiscovery(
            String action, Asking asking, Marked marked, List<Portion> portions, List<Portion> tearlines) {
        Question question = new Question(
                asking.subject(),
                marked.byPortion(portions, tearlines),
                new Context(asking.purpose()),
                List.of(
                        new Evaluation(new Question.Action("discover"), marked.byLabel(), new Context(null)),
                        Evaluation.of(action)),
                Options.STOP_AT_DENIAL);
        Answer.Asked asked = Answer.Asked.of(portions, tearlines);
        return ask(question, asking, answer -> decided(answer, marked, asked));
    }

    private static Optional<Decision> decided(Answer answer, Marked marked, Answer.Asked asked) {
        return answer.decision(0, marked.labels().keySet()).permitted()
                ? Optional.of(answer.decision(1, asked))
                : Optional.empty();
    }

    /**
     * What would be decided on a view, and why; nothing may be shown to a partner on it.
     *
     * @throws Problem (as failure) 400 for an unknown purpose, 503 without a clear answer
     */
    public Uni<Supposition> suppose(Asking asking, Marked marked, List<Portion> portions, List<Portion> tearlines) {
        Question.Single question = new Question.Single(
                asking.subject(),
                new Question.Action("view"),
                marked.byPortion(portions, tearlines),
                new Context(asking.purpose()));
        return heard(decisions.suppose(question), asking, supposition -> supposition);
    }

    /** A timeout fires on another thread; what follows needs the context of the request again. */
    private <T> Uni<T> ask(Question question, Asking asking, Function<Answer, T> read) {
        return heard(decisions.ask(question), asking, read);
    }

    private <A, T> Uni<T> heard(Uni<Optional<A>> answered, Asking asking, Function<A, T> read) {
        return answered.emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .map(answer -> read.apply(answer.orElseThrow(
                        () -> Problem.badRequest(asking.purposeField(), "is not a purpose of the vocabulary"))))
                .onFailure()
                .transform(AccessService::told);
    }

    private static Problem told(Throwable fault) {
        if (fault instanceof Problem problem) {
            return problem;
        }
        LOG.warnf("No clear answer of access-service: %s", fault.toString());
        return Problem.unavailable("A decision cannot be had now; nothing was given away.");
    }
}
