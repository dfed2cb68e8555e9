package org.entente.benchmarks.workload;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Partners with user-assigned codes, one in eight of them not fully trusted. */
final class PartnerGenerator {
    private final Picks picks;

    PartnerGenerator(Random random) {
        this.picks = new Picks(random);
    }

    List<Partner> partners(int count) {
        List<Partner> partners = codes().limit(count).map(this::partner).toList();
        if (partners.size() < count) {
            throw new IllegalArgumentException("There are only " + partners.size() + " codes for partners.");
        }
        return partners;
    }

    /** The first is trusted, so that a single partner gets something. */
    private Partner partner(String code) {
        boolean trusted = code.equals("XAB") || picks.chance(0.875);
        return new Partner(code, trusted ? Posture.NORMAL : picks.one(List.of(Posture.values())));
    }

    private static Stream<String> codes() {
        return Stream.concat(pairs('A').map(pair -> "X" + pair), pairs('M').map(pair -> "Q" + pair))
                .filter(code -> !code.equals(Words.HOME));
    }

    private static Stream<String> pairs(char first) {
        return IntStream.rangeClosed(first, 'Z').boxed().flatMap(middle -> IntStream.rangeClosed('A', 'Z')
                .mapToObj(last -> "" + (char) (int) middle + (char) last));
    }
}
