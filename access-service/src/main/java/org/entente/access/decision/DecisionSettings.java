package org.entente.access.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what may be asked, and how. */
@ConfigMapping(prefix = "entente.decision")
interface DecisionSettings {

    /** How far a stated instant may be from now, since clocks differ; what is decided on is our own now. */
    @WithDefault("PT5S")
    Duration clockTolerance();

    /** Portions and tearlines of a request, all its evaluations together. */
    @WithDefault("100000")
    int maxPortions();

    /** Evaluations of a request. */
    @WithDefault("1000")
    int maxEvaluations();

    /** Requests waiting to be recorded; beyond that, the answer is 503 at once. */
    @WithDefault("2000")
    int maxPending();

    /** How often a decision is taken again because policy changed meanwhile. */
    @WithDefault("5")
    int maxAttempts();
}
