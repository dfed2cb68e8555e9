package org.entente.access.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.partner.Partner;
import org.entente.access.partner.Posture;
import org.entente.access.review.Line.Reviewer;
import org.entente.access.review.ReviewView.LineView;
import org.entente.access.usage.Proposal;
import org.entente.access.usage.Usage;
import org.entente.access.usage.UsageSettings;
import org.entente.access.usage.UsageStore;

/** What is known of the grants under review: use, posture, anomalies, and what follows from them. */
@ApplicationScoped
class Dossiers {
    private final UsageStore usages;
    private final UsageSettings measures;
    private final ReviewSettings settings;

    Dossiers(UsageStore usages, UsageSettings measures, ReviewSettings settings) {
        this.usages = usages;
        this.measures = measures;
        this.settings = settings;
    }

    /** What is the same for all lines: postures by partner, anomalies by partner and by person. */
    private record Known(
            Map<UUID, Usage> usages, Map<String, Posture> postures, Map<String, Long> anomalies, Instant now) {}

    /** The lines with what is known of each, within a session. */
    Uni<List<LineView>> of(List<ReviewLine> lines, Reviewer reader, Instant now) {
        Map<String, Posture> postures = new HashMap<>();
        return Partner.<Partner>listAll()
                .invoke(partners -> partners.forEach(partner -> postures.put(partner.code, partner.posture)))
                .chain(() -> anomalies(now))
                .chain(anomalies -> usages.of(
                                lines.stream().map(line -> line.grantId).toList())
                        .map(used -> new Known(used, postures, anomalies, now)))
                .map(known ->
                        lines.stream().map(line -> view(line, reader, known)).toList());
    }

    private LineView view(ReviewLine stored, Reviewer reader, Known known) {
        Line line = stored.line();
        Usage usage = known.usages().getOrDefault(stored.grantId, Usage.NONE);
        Proposal proposal = Proposal.of(
                new Proposal.Held(line.terms(), line.issuedAt(), usage, known.now()),
                new Proposal.Measure(measures.observed(), measures.recent()));
        String about =
                line.terms().person() == null ? line.partner() : line.terms().person();
        long anomalies = known.anomalies().getOrDefault(about, 0L);
        Posture posture = known.postures().get(line.partner());
        Recommendation advice = Recommendation.of(new Recommendation.Known(line.terms(), posture, anomalies, proposal));
        return new LineView(
                stored.grantId,
                stored.version(),
                line.partner(),
                line.terms(),
                line.issuedAt(),
                posture,
                anomalies,
                usage,
                advice,
                line.isOwn(reader),
                line.decision());
    }

    private Uni<Map<String, Long>> anomalies(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select about, count(*) from (
                                    select unnest(array[partner, person]) as about from review_cause
                                    where kind = 'ANOMALY' and at > ?1) as found
                                where about is not null group by about""", Object[].class)
                        .setParameter(1, now.minus(settings.anomalies()))
                        .getResultList())
                .map(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    return counts;
                });
    }
}
