package org.entente.crisis.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Signals, by whichever way they come; within the current Panache transaction. */
@ApplicationScoped
public class Signals {
    private static final Duration FURTHEST = Duration.ofDays(30);
    private static final int MOST = 5_000;
    /** Indicators are words, with no blank in them. */
    private static final String RECENT = """
        select recent.* from unnest(string_to_array(cast(?1 as text), ' ')) as wanted (name)
        cross join lateral (select * from signal where indicator = wanted.name and reported_at >= ?2
                             order by reported_at desc limit ?3) as recent\
        """;

    private final DatabaseTime time;
    private final Outbox outbox;
    private final ObjectMapper json;

    Signals(DatabaseTime time, Outbox outbox, ObjectMapper json) {
        this.time = time;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Keeps a signal and tells of it; one that its source has told before under the same reference is the same signal.
     *
     * @param by as it stands in the log
     */
    Uni<Signal> report(SignalReport report, String by, Via via) {
        return known(report, via)
                .chain(known -> known == null
                        ? time.now().chain(now -> keep(Signal.reported(report.at(now), by, via, now), report))
                        : Uni.createFrom().item(known));
    }

    private Uni<Signal> keep(Signal signal, SignalReport report) {
        Event event = Event.of(
                EventTypes.SIGNAL_REPORTED, report.indicator(), null, signal.reportedBy, json.valueToTree(report));
        return signal.<Signal>persistAndFlush().call(() -> outbox.append(event));
    }

    /** Whoever tells the same at once waits for the other one here. */
    private static Uni<@Nullable Signal> known(SignalReport report, Via via) {
        if (report.reference() == null) {
            return Uni.createFrom().nullItem();
        }
        String key = via + "|" + report.source() + "|" + report.reference();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
                        .setParameter(1, key)
                        .getSingleResultOrNull())
                .chain(() -> Signal.<Signal>find(
                                "via = ?1 and source = ?2 and reference = ?3", via, report.source(), report.reference())
                        .firstResult());
    }

    /** What of these indicators may still count, of each the newest 5,000: a flood of one hides nothing of another. */
    public static Uni<List<Reading>> recent(Collection<String> indicators, Instant now) {
        if (indicators.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECENT, Signal.class)
                        .setParameter(1, String.join(" ", indicators))
                        .setParameter(2, now.minus(FURTHEST))
                        .setParameter(3, MOST)
                        .getResultList())
                .map(signals -> signals.stream().map(Signal::reading).toList());
    }
}
