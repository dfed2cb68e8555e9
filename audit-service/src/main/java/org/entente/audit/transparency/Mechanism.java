package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is made of what happened: each person is counted up to a bound, then each partner, noise is added, and what is then
 * below the threshold is not printed. Only the last two see the sum of several partners; nothing looks at the true sum afterwards, so
 * that printing or not printing tells no more than the noisy figure does.
 *
 * @param epsilonPerCell privacy of one cell, in millionths
 * @param personBound how often one person counts at most
 * @param partnerBound how often one partner counts at most; what one more or one less partner changes
 * @param threshold the least figure that is printed
 */
@RegisterForReflection
record Mechanism(
        @JsonProperty("epsilonPerCellMillionths") long epsilonPerCell,
        long personBound,
        long partnerBound,
        long threshold) {

    private static final long MILLION = 1_000_000;

    static Mechanism of(TransparencyConfig config) {
        return new Mechanism(config.epsilonPerCell(), config.personBound(), config.partnerBound(), config.threshold());
    }

    Mechanism {
        if (epsilonPerCell < 1 || personBound < 1 || partnerBound < 1 || threshold < 1) {
            throw new IllegalArgumentException("every parameter of a report is at least 1");
        }
    }

    /** What one report costs, in millionths. */
    long cost() {
        return epsilonPerCell * Cell.values().length;
    }

    /** Scale: partner-bound / epsilon. */
    DiscreteLaplace noise() {
        return new DiscreteLaplace(
                BigInteger.valueOf(partnerBound).multiply(BigInteger.valueOf(MILLION)),
                BigInteger.valueOf(epsilonPerCell));
    }

    /**
     * The sum of what each partner counts.
     *
     * @param byPartner of each partner what each of its persons did
     */
    long bounded(Collection<? extends Map<String, Long>> byPartner) {
        return byPartner.stream()
                .mapToLong(persons -> Math.min(
                        partnerBound,
                        persons.values().stream()
                                .mapToLong(count -> Math.min(personBound, count))
                                .sum()))
                .sum();
    }

    /** The figure that is printed; absent when it is below the threshold. */
    @Nullable BigInteger figure(long bounded, Random random) {
        return printed(BigInteger.valueOf(bounded).add(noise().draw(random)));
    }

    @Nullable BigInteger printed(BigInteger noisy) {
        return noisy.compareTo(BigInteger.valueOf(threshold)) < 0 ? null : noisy;
    }
}
