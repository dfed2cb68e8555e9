package org.entente.audit.transparency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a report may tell. Amounts of privacy (epsilon) are in millionths: whole numbers, so that sums of them are exact. */
@ConfigMapping(prefix = "entente.transparency")
interface TransparencyConfig {

    /** What one cell of a report costs; its noise has the scale partner-bound / epsilon. */
    @WithDefault("100000")
    long epsilonPerCell();

    /** What all reports about one year may cost; fixed when the first of them is drawn. */
    @WithDefault("8000000")
    long budgetPerYear();

    /** How often one person counts in a cell at most. */
    @WithDefault("20")
    long personBound();

    /** How often one partner counts in a cell at most, all its people together. */
    @WithDefault("100")
    long partnerBound();

    /** What is smaller, with its noise, is not printed. */
    @WithDefault("50")
    long threshold();
}
