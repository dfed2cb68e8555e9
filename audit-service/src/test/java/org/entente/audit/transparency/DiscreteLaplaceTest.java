package org.entente.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise has the distribution that the reports promise. The source is seeded: the tests say the same each time. */
class DiscreteLaplaceTest {

    private static final long SEED = 20_261_123;
    private static final int DRAWS = 60_000;
    // A sample of this very distribution lies above it once in a thousand seeds (chi-square with 2·reach + 2 degrees of
    // freedom).
    private static final double SIGNIFICANCE_QUANTILE = 3.09;

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 2", "2, 3", "20, 1", "1000, 7"})
    void drawsAreDistributedAsThePaperSays(long numerator, long denominator) {
        // given
        DiscreteLaplace noise = DiscreteLaplace.ofScale(numerator, denominator);
        int reach = (int) Math.max(2, 3 * numerator / denominator);
        int width = Math.max(1, reach / 20);

        // when
        long[] counts = histogram(noise, reach, width, seeded());

        // then
        double chiSquare = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double expected = DRAWS * probability(noise, bin, reach, width);
            chiSquare += (counts[bin] - expected) * (counts[bin] - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(critical(counts.length - 1));
    }

    @Test
    void aWrongScaleWouldBeNoticed() {
        // given
        DiscreteLaplace noise = DiscreteLaplace.ofScale(20, 1);
        DiscreteLaplace other = DiscreteLaplace.ofScale(21, 1);

        // when
        long[] counts = histogram(other, 60, 3, seeded());

        // then
        double chiSquare = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double expected = DRAWS * probability(noise, bin, 60, 3);
            chiSquare += (counts[bin] - expected) * (counts[bin] - expected) / expected;
        }
        assertThat(chiSquare).isGreaterThan(critical(counts.length - 1));
    }

    @Test
    void probabilitiesSumToOneAndFallByTheSameFactor() {
        // given
        DiscreteLaplace noise = DiscreteLaplace.ofScale(7, 2);

        // when
        double sum = LongStream.rangeClosed(-400, 400)
                .mapToDouble(noise::probability)
                .sum();

        // then
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(noise.probability(4) / noise.probability(5)).isCloseTo(Math.exp(2 / 7.0), within(1e-12));
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new DiscreteLaplace(BigInteger.ZERO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Always the same, and without the patterns of simpler generators, which a test like this finds. */
    private static Random seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(SEED);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA1PRNG", e);
        }
    }

    /** Bins of the width from −reach up to reach, and one for what lies beyond on either side. */
    private static long[] histogram(DiscreteLaplace noise, int reach, int width, Random random) {
        long[] counts = new long[2 * reach / width + 3];
        for (int draw = 0; draw < DRAWS; draw++) {
            counts[bin(noise.draw(random).longValueExact(), reach, width)]++;
        }
        return counts;
    }

    private static int bin(long value, int reach, int width) {
        int last = 2 * reach / width + 2;
        if (value < -reach) {
            return 0;
        }
        return (int) Math.min(last, (value + reach) / width + 1);
    }

    private static double probability(DiscreteLaplace noise, int bin, int reach, int width) {
        int far = 60 * reach;
        return LongStream.rangeClosed(-far, far)
                .filter(value -> bin(value, reach, width) == bin)
                .mapToDouble(noise::probability)
                .sum();
    }

    /** The quantile of chi-square by Wilson and Hilferty. */
    private static double critical(int freedom) {
        double part = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - part + SIGNIFICANCE_QUANTILE * Math.sqrt(part), 3);
    }
}
