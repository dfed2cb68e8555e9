package org.entente.audit.transparency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.entente.audit.transparency.Report.Drafter;
import org.entente.audit.transparency.Reports.Text;
import org.entente.http.Problem;

/** Draws the figures of a period, once: whoever asks again gets the same draft, and a discarded draft's figures are used again. */
@ApplicationScoped
class Drafting {

    private final Pool pool;
    private final Reports reports;
    private final Contributions contributions;
    private final Mechanism mechanism;
    private final SecureRandom random = new SecureRandom();

    Drafting(Pool pool, Reports reports, Contributions contributions, TransparencyConfig config) {
        this.pool = pool;
        this.reports = reports;
        this.contributions = contributions;
        this.mechanism = Mechanism.of(config);
    }

    /** Who drafts what; the actor as it stands in the log. */
    record Order(Period period, Text text, Drafter by, String actor) {}

    /** A draft, and whether it was made just now. */
    record Drafted(Report report, boolean isNew) {}

    Uni<Drafted> first(Order order) {
        return locked(order, (transaction, versions) -> {
            Optional<Report> draft = in(versions, State.DRAFTED);
            if (draft.isPresent()) {
                return Uni.createFrom().item(new Drafted(draft.get(), false));
            }
            if (in(versions, State.PUBLISHED).isPresent()) {
                throw Problem.conflict(null, "The report of this period is published; correct it.");
            }
            return in(versions, State.DISCARDED)
                    .map(discarded -> keep(transaction, versions, order, discarded.figures()))
                    .orElseGet(() -> draw(transaction, versions, order));
        });
    }

    /** @param recount whether what happened is counted, and paid for, again */
    Uni<Drafted> correction(Order order, boolean recount) {
        return locked(order, (transaction, versions) -> {
            if (in(versions, State.DRAFTED).isPresent()) {
                throw Problem.conflict(null, "A version of this report is in the making; publish or discard it first.");
            }
            Report published = in(versions, State.PUBLISHED).orElseThrow(Problem::notFound);
            return recount
                    ? draw(transaction, versions, order)
                    : keep(transaction, versions, order, published.figures());
        });
    }

    private interface Work {
        Uni<Drafted> on(SqlClient transaction, List<Report> versions);
    }

    private Uni<Drafted> locked(Order order, Work work) {
        return pool.withTransaction(transaction -> reports.lock(transaction)
                .chain(() -> reports.of(transaction, order.period()))
                .chain(versions -> work.on(transaction, versions)));
    }

    private Uni<Drafted> draw(SqlClient transaction, List<Report> versions, Order order) {
        Period period = order.period();
        return reports.spend(transaction, period.year(), mechanism.cost())
                .chain(budget -> contributions
                        .bounded(transaction, period, mechanism)
                        .map(bounded -> Figures.draw(period, mechanism, budget, bounded, random)))
                .chain(figures -> insert(transaction, versions, order, figures))
                .call(report -> reports.announce(transaction, report, "drawn", mechanism.cost(), order.actor()))
                .map(report -> new Drafted(report, true));
    }

    private Uni<Drafted> keep(SqlClient transaction, List<Report> versions, Order order, Figures figures) {
        return insert(transaction, versions, order, figures)
                .call(report -> reports.announce(transaction, report, "drafted", 0, order.actor()))
                .map(report -> new Drafted(report, true));
    }

    private Uni<Report> insert(SqlClient transaction, List<Report> versions, Order order, Figures figures) {
        return reports.insert(transaction, order.period(), versions.size() + 1, figures, order.text(), order.by());
    }

    /** The newest in that state. */
    static Optional<Report> in(List<Report> versions, State state) {
        return versions.stream().filter(report -> report.state() == state).reduce((older, newer) -> newer);
    }
}
