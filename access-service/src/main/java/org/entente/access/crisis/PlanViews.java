package org.entente.access.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.access.epoch.StoreClock;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;

/** Shows plans to their parties; for everybody else there are none. */
@ApplicationScoped
class PlanViews {
    private final Plans plans;

    PlanViews(Plans plans) {
        this.plans = plans;
    }

    /** Within the current Panache transaction. */
    Uni<PlanView> of(String plan, PlanOfficer.Person person) {
        return plans.newestLocked(plan)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(version -> {
                    if (!person.isParty(version.document())) {
                        throw Problem.notFound();
                    }
                })
                .chain(version -> consents(version.document())
                        .chain(consents -> StoreClock.now().map(now -> {
                            boolean isOpen = version.standing().state() == PlanMove.State.OFFERED
                                    && !version.standing().consented().contains(person.nation());
                            return new PlanView(
                                    plan,
                                    PlanView.wire(version.standing().state()),
                                    version.document().version(),
                                    version.sha256(),
                                    Document.tree(version.document()),
                                    version.document().allowanceInWords(),
                                    consents,
                                    isOpen ? person.statement(version, now) : null);
                        })));
    }

    private static Uni<List<PlanConsent>> consents(PlanDocument document) {
        return Sql.rows(
                        Object[].class,
                        "select party, officer, subject, assurance, signature, at from plan_consent"
                                + " where plan = ?1 and version = ?2 order by at, party",
                        document.plan(),
                        document.version())
                .map(rows -> rows.stream()
                        .map(row -> new PlanConsent(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                Assurance.valueOf((String) row[3]),
                                (String) row[4],
                                Instants.of(row[5])))
                        .toList());
    }
}
