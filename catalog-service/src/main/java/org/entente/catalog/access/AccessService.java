package org.entente.catalog.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.catalog.access.Question.Context;
import org.entente.catalog.access.Question.Evaluation;
import org.entente.catalog.access.Question.Options;
import org.entente.catalog.access.Question.Resource;
import org.entente.http.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What access-service says, as values; that it says nothing clear is a 503 problem. */
@ApplicationScoped
public class AccessService {
    private static final Logger LOG = Logger.getLogger(AccessService.class);

    private final DecisionPoint decisions;

    AccessService(DecisionPoint decisions) {
        this.decisions = decisions;
    }

    /**
     * Something of the catalog, by its labels.
     *
     * @param id of an asset, or a name for all of them
     * @param labels by identifier
     */
    public record Marked(String id, String originator, Map<String, JsonNode> labels) {
        /** Labels are what is decided on discovery: one portion stands for all under the same label. */
        Resource byLabel() {
            List<Portion> portions =
                    labels.keySet().stream().map(id -> new Portion(id, id)).toList();
            return Resource.asset(id, originator, labels, portions);
        }

        Resource byPortion(List<Portion> portions, List<Portion> tearlines) {
            return Resource.asset(id, originator, labels, portions, tearlines);
        }
    }

    /** Who asks what for; no purpose is a purpose of discovery only. */
    public record Asking(Subject subject, @Nullable String purpose, String purposeField) {}

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
        Question question = new Question(
                asking.subject(),
                marked.byPortion(portions, tearlines),
                new Context(asking.purpose()),
                List.of(
                        new Evaluation(new Question.Action("discover"), marked.byLabel(), new Context(null)),
                        Evaluation.of("view")),
                Options.STOP_AT_DENIAL);
        Answer.Asked asked = new Answer.Asked(identifiers(portions), identifiers(tearlines));
        return ask(question, asking, answer -> view(answer, marked, asked));
    }

    private static Optional<Decision> view(Answer answer, Marked marked, Answer.Asked asked) {
        return answer.decision(0, marked.labels().keySet()).permitted()
                ? Optional.of(answer.decision(1, asked))
                : Optional.empty();
    }

    private static Set<String> identifiers(List<Portion> portions) {
        return portions.stream().map(Portion::id).collect(Collectors.toSet());
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
