package org.entente.audit.indicator;

import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.follow.Logged;

/** What entries of the log say of the indicators; a pure function of them and of what is open. Exercises count for nothing (G10). */
final class Counting {

    private final List<Reading> readings;

    /**
     * @param home the nation whose own acts are not a partner's
     * @param roster who acts for which agency of it
     */
    Counting(String home, Roster roster) {
        readings = List.of(
                roster,
                new AssetReading(home, roster),
                new RequestReading(),
                new GrantReading(roster),
                new DecisionReading(home),
                new ConductReading(roster),
                new CrisisReading(roster));
    }

    /** What the entries may touch, each once; with who acts for whom, unless they touch nothing. */
    List<Open.Key> touched(List<Logged> entries) {
        List<Open.Key> touched = entries.stream()
                .filter(entry -> !entry.isExercise())
                .flatMap(entry -> readings.stream().flatMap(reading -> reading.touched(entry).stream()))
                .toList();
        return touched.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(Roster.KEY), touched.stream())
                        .distinct()
                        .toList();
    }

    void read(List<Logged> entries, Books books, Tally tally) {
        for (Logged entry : entries) {
            for (Reading reading : readings) {
                if (!entry.isExercise() && !reading.touched(entry).isEmpty()) {
                    reading.read(entry, books, tally);
                }
            }
        }
    }
}
