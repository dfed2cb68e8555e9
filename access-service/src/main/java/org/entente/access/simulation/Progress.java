package org.entente.access.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a simulation has found, and what of it is not stored yet. */
final class Progress {
    private static final Duration DUE_AFTER = Duration.ofSeconds(1);

    private final long start = System.nanoTime();
    private final List<FoundChange> changes = new ArrayList<>();
    private final long before;
    private int added;
    private Tally tally;

    Progress(Tally tally) {
        this(0, tally);
    }

    private Progress(long before, Tally tally) {
        this.before = before;
        this.tally = tally;
    }

    void add(Source.Item item, Comparison.Result result) {
        added++;
        if (result instanceof Comparison.Compared compared) {
            compared.change().ifPresent(change -> add(item, change));
        } else {
            tally = tally.passingOver();
        }
    }

    private void add(Source.Item item, Change change) {
        FoundChange found = new FoundChange(
                tally.changed() + 1,
                item.origin(),
                item.question().orElseThrow().subject(),
                change);
        tally = tally.plus(
                change, found.subject().partner(), item.question().orElseThrow().shown(change.portionsGained()));
        changes.add(found);
    }

    boolean isDue(int pageSize) {
        return added >= pageSize || worked() > DUE_AFTER.toNanos();
    }

    /** Nanoseconds since the last was stored. */
    long worked() {
        return System.nanoTime() - start;
    }

    Progress next() {
        return new Progress(replayed(), tally);
    }

    long replayed() {
        return before + added;
    }

    Tally tally() {
        return tally;
    }

    List<FoundChange> changes() {
        return changes;
    }
}
