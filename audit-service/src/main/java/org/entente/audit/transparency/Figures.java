package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn, with all that is needed to read it.
 *
 * @param method in words
 * @param epsilon privacy of the whole report towards a partner, as a decimal number
 * @param budget of the year, as it was after this draw
 */
@RegisterForReflection
record Figures(
        Period period, String method, BigDecimal epsilon, Mechanism parameters, Budget budget, List<Figure> figures) {

    private static final int DECIMALS = 6;
    private static final String METHOD =
            "Differential privacy towards partners: each person is counted up to personBound times in a"
                    + " cell and each partner up to partnerBound times; discrete Laplace noise of scale partnerBound / epsilonPerCell is"
                    + " added to every cell, drawn exactly from a secure source (Canonne, Kamath, Steinke 2020); noisy figures below the"
                    + " threshold are not printed. All cells are always there. Exercises are not counted.";

    /** What there is for a year, and what of it is spent, in millionths. */
    @RegisterForReflection
    record Budget(int year, long totalMillionths, long spentMillionths) {}

    /** A cell; without a value when that is below the threshold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Figure(Cell cell, String title, @Nullable BigInteger value) {}

    /** Draws every cell once. */
    static Figures draw(Period period, Mechanism mechanism, Budget budget, Map<Cell, Long> bounded, Random random) {
        List<Figure> figures = Arrays.stream(Cell.values())
                .map(cell -> new Figure(cell, cell.title(), mechanism.figure(bounded.getOrDefault(cell, 0L), random)))
                .toList();
        return new Figures(period, METHOD, BigDecimal.valueOf(mechanism.cost(), DECIMALS), mechanism, budget, figures);
    }
}
