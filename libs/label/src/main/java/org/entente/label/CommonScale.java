package org.entente.label;

import java.util.List;
import java.util.stream.IntStream;

/** The fixed levels of {@code ALLIANCE}, to which every policy's levels are equivalent. */
final class CommonScale {

    static final List<String> LEVELS = List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");

    private static final List<Classification> CLASSIFICATIONS = IntStream.range(0, LEVELS.size())
            .mapToObj(rank -> new Classification(MarkingPolicies.ALLIANCE, LEVELS.get(rank), rank, rank, rank))
            .toList();

    private CommonScale() {}

    static Classification level(int rank) {
        return CLASSIFICATIONS.get(rank);
    }
}
