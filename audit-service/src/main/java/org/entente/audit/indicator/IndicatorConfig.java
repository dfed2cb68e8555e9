package org.entente.audit.indicator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is aimed at unless a document says otherwise. */
@ConfigMapping(prefix = "entente.indicator")
interface IndicatorConfig {

    /** By the name of the indicator. */
    Map<String, Aim> targets();

    /** Who acts for an agency without being its officer, by user name: originators, applications, crisis authorities, auditors. */
    Map<String, List<String>> agencies();

    /** For how long a grant may lie unused before it counts as such. */
    @WithDefault("P90D")
    Duration unusedAfter();

    /** How often levels and metrics are brought up to date. */
    @WithDefault("30S")
    Duration refreshed();

    /** Of how many partners, and of how many agencies, there are metrics at most: of those with the most cases. */
    @WithDefault("50")
    int mostMeasured();

    /** A target, as {@link Target} has it. */
    interface Aim {
        Optional<Duration> within();

        Optional<Double> least();

        Optional<Double> most();

        default Target target() {
            return new Target(within().orElse(null), least().orElse(null), most().orElse(null));
        }
    }
}
