package org.entente.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.benchmarks.loop.HandLoop;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Workload;

/** Holds an engine's answers against those of the hand-written loop, request by request. */
final class Agreed {
    private Agreed() {}

    /** How many of the requests are permitted.
     * @throws IllegalStateException naming the first request that is answered otherwise
     */
    static long permits(Workload workload, Engine<?> engine) {
        List<Boolean> expected = answers(new HandLoop(workload), workload);
        List<Boolean> actual = answers(engine, workload);
        for (int index = 0; index < expected.size(); index++) {
            if (!expected.get(index).equals(actual.get(index))) {
                throw new IllegalStateException("The engine permits " + actual.get(index) + ", the loop "
                        + expected.get(index) + ": " + workload.requests().get(index));
            }
        }
        return expected.stream().filter(permitted -> permitted).count();
    }

    private static <D> List<Boolean> answers(Engine<D> engine, Workload workload) {
        return IntStream.range(0, workload.requests().size())
                .mapToObj(index -> engine.permits(engine.decide(index)))
                .toList();
    }
}
