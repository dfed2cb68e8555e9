package org.entente.benchmarks.loop;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.entente.benchmarks.workload.Words;

/** Sets of words as bits. */
final class Bits {
    static final List<String> ACTIONS =
            Stream.concat(Words.SHOWING.stream(), Words.HANDING_OVER.stream()).toList();

    private Bits() {}

    static int of(Collection<String> chosen, List<String> all) {
        return chosen.stream().mapToInt(word -> 1 << all.indexOf(word)).sum();
    }
}
