package org.entente.audit.transparency;

import java.math.BigInteger;
import java.util.Random;

/**
 * Noise: whole numbers z with probability (e^(1/b) − 1) / (e^(1/b) + 1) · e^(−|z|/b), exactly, for a scale b = t/s of two whole numbers
 * (Canonne, Kamath, Steinke 2020, algorithm 2). Added to a count that one contributor changes by at most Δ, it makes the count
 * Δ/b-differentially private.
 *
 * @param numerator t, positive
 * @param denominator s, positive
 */
record DiscreteLaplace(BigInteger numerator, BigInteger denominator) {

    DiscreteLaplace {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a scale is positive");
        }
    }

    static DiscreteLaplace ofScale(long numerator, long denominator) {
        return new DiscreteLaplace(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    BigInteger draw(Random random) {
        Coin coin = new Coin(random);
        while (true) {
            BigInteger rest = coin.below(numerator);
            if (!coin.exponential(rest, numerator)) {
                continue;
            }
            BigInteger turns = BigInteger.ZERO;
            while (coin.exponential(BigInteger.ONE, BigInteger.ONE)) {
                turns = turns.add(BigInteger.ONE);
            }
            BigInteger size = rest.add(numerator.multiply(turns)).divide(denominator);
            boolean isNegative = coin.fair();
            // Zero has one sign only.
            if (!(isNegative && size.signum() == 0)) {
                return isNegative ? size.negate() : size;
            }
        }
    }

    /** The probability of a number, for tests and for those who read the figures. */
    double probability(long number) {
        double step = denominator.doubleValue() / numerator.doubleValue();
        return Math.tanh(step / 2) * Math.exp(-Math.abs(number) * step);
    }
}
