package org.entente.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody can tell from a report whether a partner is in it. */
class MechanismTest {

    private static final Mechanism MECHANISM = new Mechanism(500_000, 3, 10, 30);
    private static final double EPSILON = 0.5;
    private static final double ROUNDING = 1e-9;
    private static final long FAR = 600;

    @Test
    void aPersonAndAPartnerCountOnlySoOften() {
        // given
        List<Map<String, Long>> partners =
                List.of(Map.of("a", 1000L, "b", 2L), Map.of("c", 3L, "d", 3L, "e", 3L, "f", 3L, "g", 3L));

        // when
        long bounded = MECHANISM.bounded(partners);

        // then
        assertThat(bounded).isEqualTo(3 + 2 + 10);
    }

    /** Made-up houses, and the same with one partner less: whichever, and however much it did. */
    static List<List<Map<String, Long>>> houses() {
        Random random = new Random(7);
        List<List<Map<String, Long>>> houses = new ArrayList<>();
        houses.add(List.of(Map.of("only", 1L)));
        houses.add(List.of(Map.of("only", 1_000_000L)));
        for (int house = 0; house < 20; house++) {
            List<Map<String, Long>> partners = new ArrayList<>();
            for (int partner = 0; partner <= random.nextInt(8); partner++) {
                Map<String, Long> persons = new HashMap<>();
                for (int person = 0; person <= random.nextInt(9); person++) {
                    persons.put("p" + person, 1L + random.nextInt(40));
                }
                partners.add(persons);
            }
            houses.add(partners);
        }
        return houses;
    }

    @ParameterizedTest
    @MethodSource("houses")
    void noPartnerIsSingledOut(List<Map<String, Long>> with) {
        for (int left = 0; left < with.size(); left++) {
            // given
            List<Map<String, Long>> without = new ArrayList<>(with);
            without.remove(left);
            long one = MECHANISM.bounded(with);
            long other = MECHANISM.bounded(without);

            // when
            double worst = worstRatio(one, other);

            // then
            assertThat(Math.abs(one - other)).isLessThanOrEqualTo(MECHANISM.partnerBound());
            assertThat(worst).isLessThanOrEqualTo(Math.exp(EPSILON) + ROUNDING);
        }
    }

    @Test
    void withoutNoiseAPartnerWouldBeSingledOut() {
        // given
        LongUnaryOperator exact = count -> count;

        // when
        boolean isTold = exact.applyAsLong(40) != exact.applyAsLong(39);

        // then
        assertThat(isTold).isTrue();
        assertThat(worstRatio(40, 40 + 2 * MECHANISM.partnerBound())).isGreaterThan(Math.exp(EPSILON));
    }

    @Test
    void whatIsSmallWithItsNoiseIsNotPrinted() {
        assertThat(MECHANISM.printed(BigInteger.valueOf(29))).isNull();
        assertThat(MECHANISM.printed(BigInteger.valueOf(-5))).isNull();
        assertThat(MECHANISM.printed(BigInteger.valueOf(30))).isEqualTo(BigInteger.valueOf(30));
    }

    @Test
    void whichCellsThereAreDoesNotDependOnWhatHappened() {
        // given
        Figures.Budget budget = new Figures.Budget(2026, 8_000_000, 0);

        // when
        Figures empty = Figures.draw(new Period(2026, 1), MECHANISM, budget, Map.of(), new Random(1));
        Figures full =
                Figures.draw(new Period(2026, 1), MECHANISM, budget, Map.of(Cell.VIEWS, 100_000L), new Random(2));

        // then
        assertThat(empty.figures().stream().map(Figures.Figure::cell))
                .containsExactly(Cell.values())
                .containsExactlyElementsOf(
                        full.figures().stream().map(Figures.Figure::cell).toList());
        assertThat(MECHANISM.cost()).isEqualTo(500_000L * Cell.values().length);
    }

    /** The largest quotient of the probabilities of any outcome, "not printed" among them, for two true counts, either way round. */
    private static double worstRatio(long one, long other) {
        DiscreteLaplace noise = MECHANISM.noise();
        double worst = Math.max(
                ratio(unprinted(one, noise), unprinted(other, noise)),
                ratio(unprinted(other, noise), unprinted(one, noise)));
        for (long printed = MECHANISM.threshold(); printed < FAR; printed++) {
            double first = noise.probability(printed - one);
            double second = noise.probability(printed - other);
            worst = Math.max(worst, Math.max(ratio(first, second), ratio(second, first)));
        }
        return worst;
    }

    private static double unprinted(long count, DiscreteLaplace noise) {
        return LongStream.range(-4 * FAR, MECHANISM.threshold())
                .mapToDouble(value -> noise.probability(value - count))
                .sum();
    }

    private static double ratio(double one, double other) {
        return one / other;
    }
}
