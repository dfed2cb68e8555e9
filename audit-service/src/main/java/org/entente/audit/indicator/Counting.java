package org.entente.audit.indicator;

import java.util.List;
import org.entente.audit.follow.Logged;

/** What entries of the log say of the indicators; a pure function of them and of what is open. Exercises count for nothing (G10). */
final class Counting {

    private final List<Reading> readings;

    /** @param home the nation whose own acts are not a partner's */
    Counting(String home) {
        readings = List.of(
                new AssetReading(home),
                new RequestReading(),
                new GrantReading(),
                new DecisionReading(home),
                new ConductReading(),
                new CrisisReading());
    }

    /** What the entries may touch, each once. */
    List<Open.Key> touched(List<Logged> entries) {
        return entries.stream()
                .filter(entry -> !entry.isExercise())
                .flatMap(entry -> readings.stream().flatMap(reading -> reading.touched(entry).stream()))
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
