package org.entente.access.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be simulated, and how much of a replica it may take from decisions. */
@ConfigMapping(prefix = "entente.simulation")
interface SimulationSettings {

    /** Simulations that run at the same time on one replica; beyond that, the answer is 503 at once. */
    @WithDefault("2")
    int atOnce();

    /** The part of its time that a simulation works, more than 0 and at most 1; for the rest it lets decisions go first. */
    @WithDefault("0.5")
    double share();

    /** Questions between two writes of progress, at which a simulation also notices that it was cancelled. */
    @WithDefault("200")
    int pageSize();

    /** Characters of recorded inputs that are held in memory at once; a single question may be larger. */
    @WithDefault("4194304")
    long pageCharacters();

    /** Recorded decisions in one period; a longer one is refused with 422. */
    @WithDefault("1000000")
    long maxDecisions();

    /** Requests in one simulation; more are refused with 413. */
    @WithDefault("10000")
    int maxRequests();

    /** Without progress for so long, a simulation counts as failed: its replica is gone. */
    @WithDefault("PT1M")
    Duration deadAfter();

    /** How long a simulation and what it found can be read. */
    @WithDefault("P7D")
    Duration keptFor();
}
