package org.entente.crisis.signal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Signals that no person reports; within the current Panache transaction. */
@ApplicationScoped
public class Incoming {
    private final Signals signals;
    private final Watching watching;

    Incoming(Signals signals, Watching watching) {
        this.signals = signals;
        this.watching = watching;
    }

    /** By a caller that signs what it sends, which is its source. */
    public Uni<Void> webhook(SignalReport report) {
        return signals.report(report, report.source(), Via.WEBHOOK).replaceWithVoid();
    }

    /** Out of the collection of an ally. */
    public Uni<Void> taxii(SignalReport report) {
        return signals.report(report, report.source(), Via.TAXII).replaceWithVoid();
    }

    /** Something has come, and is committed. */
    public void look() {
        watching.look();
    }
}
