package org.entente.audit.transparency;

import java.math.BigInteger;
import java.util.Random;

/**
 * Exact random choices: whole numbers only, so that what comes out has exactly the probability that was asked for, whatever the
 * hardware (Canonne, Kamath, Steinke: The Discrete Gaussian for Differential Privacy, 2020, section 5.1).
 */
final class Coin {

    private final Random random;

    /** @param random a secure one, except in tests of the distribution */
    Coin(Random random) {
        this.random = random;
    }

    /** Each whole number from 0 to below the bound alike. */
    BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        BigInteger drawn;
        do {
            drawn = new BigInteger(bits, random);
        } while (drawn.compareTo(bound) >= 0);
        return drawn;
    }

    boolean fair() {
        return random.nextBoolean();
    }

    /** True with exactly this probability. */
    private boolean of(BigInteger numerator, BigInteger denominator) {
        return below(denominator).compareTo(numerator) < 0;
    }

    /** True with probability exp(−n/d) for 0 ≤ n ≤ d (their algorithm 1). */
    boolean exponential(BigInteger numerator, BigInteger denominator) {
        BigInteger step = BigInteger.ONE;
        while (of(numerator, denominator.multiply(step))) {
            step = step.add(BigInteger.ONE);
        }
        return step.testBit(0);
    }
}
