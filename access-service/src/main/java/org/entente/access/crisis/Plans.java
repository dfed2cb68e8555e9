package org.entente.access.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.access.crisis.OrderCheck.Consented;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.PlanAgreed;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;

/** Plans as they were offered, and what their parties made of them; within the current Panache transaction. */
@ApplicationScoped
class Plans {
    private final Vocabulary vocabulary;

    Plans(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A version with where it stands. */
    record Version(PlanDocument document, String sha256, PlanMove.Standing standing) {}

    /** Lays a version on the table; what lies there under its number stays. True if it was not there. */
    Uni<Boolean> offer(PlanDocument document) {
        return Sql.change(
                        "insert into plan_document (plan, version, document, sha256) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        document.plan(),
                        document.version(),
                        Document.write(document),
                        document.sha256())
                .map(inserted -> inserted == 1);
    }

    /** The newest version of a plan, locked against everybody who moves it; absent where there is none. */
    Uni<@Nullable Version> newestLocked(String plan) {
        return lock(plan)
                .chain(() -> Sql.rows(
                        String.class,
                        "select document from plan_document where plan = ?1 order by version desc limit 1",
                        plan))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : standing(Document.read(found.get(0), PlanDocument.class)));
    }

    private static Uni<List<String>> lock(String plan) {
        // A lock of the row takes the right to change it, which nobody here has.
        return Sql.rows(
                String.class, "select cast(pg_advisory_xact_lock(hashtextextended('plan ' || ?1, 0)) as text)", plan);
    }

    private static Uni<Version> standing(PlanDocument document) {
        return Sql.rows(
                        String.class,
                        "select party from plan_consent where plan = ?1 and version = ?2",
                        document.plan(),
                        document.version())
                .chain(consented -> isWithdrawn(document.plan())
                        .map(isWithdrawn -> new Version(
                                document,
                                document.sha256(),
                                new PlanMove.Standing(isWithdrawn, document.parties(), Set.copyOf(consented)))));
    }

    Uni<Void> consent(Version version, PlanConsent consent) {
        return Sql.change(
                        "insert into plan_consent (plan, version, party, officer, subject, assurance, signature, at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        version.document().plan(),
                        version.document().version(),
                        consent.party(),
                        consent.officer(),
                        consent.subject(),
                        consent.assurance().name(),
                        consent.signature(),
                        consent.at())
                .replaceWithVoid();
    }

    /** From now on orders may name this version. */
    Uni<Void> putInForce(Version version, Instant now) {
        PlanAgreed ceiling = version.document().ceiling(vocabulary);
        return Sql.change(
                        "insert into crisis_plan (id, version, terms, sha256, consented_at) values (?1, ?2, ?3, ?4,"
                                + " ?5)",
                        ceiling.plan(),
                        ceiling.version(),
                        Document.write(ceiling),
                        version.sha256(),
                        now)
                .replaceWithVoid();
    }

    /** True if nobody had withdrawn before. */
    Uni<Boolean> withdraw(String plan, String party, String reason, Instant now) {
        return Sql.change(
                        "insert into plan_withdrawal (plan, at, party, reason) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        plan,
                        now,
                        party,
                        reason)
                .map(inserted -> inserted == 1);
    }

    /** What there is to an order, with its plan locked: orders that come at the same time count towards the same allowance. */
    Uni<Consented> consentedLocked(ActivationOrder order) {
        return lock(order.plan())
                .chain(() -> Sql.rows(Object[].class, """
            select document.document, agreed.sha256, agreed.terms, agreed.consented_at,
                   (select max(version) from crisis_plan newest where newest.id = ?1)
            from crisis_plan agreed
            join plan_document document on document.plan = agreed.id and document.version = agreed.version
            where agreed.id = ?1 and agreed.version = ?2 and agreed.sha256 = document.sha256\
            """, order.plan(), order.version()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Consented.NOTHING)
                        : isWithdrawn(order.plan()).chain(isWithdrawn -> Courses.others(order)
                                .map(others -> consented(found.get(0), isWithdrawn, others))));
    }

    private static Consented consented(Object[] row, boolean isWithdrawn, List<Allowance.Span> others) {
        return new Consented(
                Document.read((String) row[0], PlanDocument.class),
                (String) row[1],
                Document.read((String) row[2], PlanAgreed.class).maxDuration(),
                Instants.of(row[3]),
                ((Number) row[4]).intValue(),
                isWithdrawn,
                others);
    }

    private static Uni<Boolean> isWithdrawn(String plan) {
        return Sql.rows(String.class, "select plan from plan_withdrawal where plan = ?1", plan)
                .map(found -> !found.isEmpty());
    }
}
