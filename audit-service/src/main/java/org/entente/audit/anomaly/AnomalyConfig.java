package org.entente.audit.anomaly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What counts as unusual; the defaults are those that the benchmark was tuned with. */
@ConfigMapping(prefix = "entente.anomaly")
interface AnomalyConfig {

    /** Switched off, habits are still learned and nothing is said. */
    @WithDefault("true")
    boolean enabled();

    /** Standard deviations above the usual that are still usual. */
    @WithDefault("4")
    double sensitivity();

    /** Days with accesses before somebody's own habits count. */
    @WithDefault("5")
    int learningDays();

    /** How long the same is not said again of the same subject. */
    @WithDefault("PT24H")
    Duration cooling();

    /** How long a grant goes unused before its use is unusual. */
    @WithDefault("P60D")
    Duration dormancy();

    /** What happened longer ago when it comes in is learned from, and not told: a log that starts late must not narrow the present. */
    @WithDefault("P7D")
    Duration toldWithin();

    /** Accesses of a person in an hour above which there is an anomaly also while nothing is known of the person. */
    Optional<Integer> ceilingPerHour();

    /** Trees of the forest; 0 leaves the plain rates alone. */
    @WithDefault("30")
    int trees();

    /** Where countries are, by code: {@code latitude,longitude,radius in kilometres}. What is missing counts as far away as {@link #unknownTravel}. */
    Map<String, String> places();

    /** The fastest that people travel, km/h. */
    @WithDefault("950")
    double travelSpeed();

    /** Least time between two countries of which no place is known. */
    @WithDefault("PT45M")
    Duration unknownTravel();

    /** As the watch needs them; throws {@link IllegalArgumentException} for a place that is none. */
    default Settings settings() {
        Places places = new Places(places().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> Places.Country.parse(place.getValue()))));
        Settings tuned = Settings.tuned(places);
        Settings.Bounds ceilings = tuned.ceilings();
        Settings.Forest forest = tuned.forest();
        return new Settings(
                sensitivity(),
                learningDays(),
                cooling(),
                dormancy(),
                tuned.floors(),
                new Settings.Bounds(
                        ceilingPerHour().orElse(ceilings.accesses()),
                        ceilings.assets(),
                        ceilings.denials(),
                        ceilings.copies(),
                        ceilings.bytes()),
                new Settings.Travel(travelSpeed(), unknownTravel(), places),
                new Settings.Forest(trees(), forest.memory(), forest.least(), forest.score(), forest.times()));
    }
}
