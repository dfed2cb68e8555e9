package org.entente.audit.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.audit.indicator.Open.Whose;
import org.jspecify.annotations.Nullable;

/** Sums by day. What concerns a partner or an agency counts for it and for all. */
final class Tally {

    private final Targets.Aims aims;
    private final Map<Row, Sums> sums = new LinkedHashMap<>();

    Tally(Targets.Aims aims) {
        this.aims = aims;
    }

    /** Where something counts; empty for all, or the whole. */
    record Row(Indicator indicator, String partner, String agency, String part, LocalDate day) {}

    /** What came together there. */
    static final class Sums {
        long count;
        long met;
        long seconds;
        long longest;

        private void add(long cases, long good, long took) {
            count += cases;
            met += good;
            seconds += took;
            longest = Math.max(longest, took);
        }
    }

    /**
     * What happened, to whom.
     *
     * @param partners all that it concerns
     * @param parts what it is part of, besides the whole
     */
    record Happened(Indicator indicator, Instant at, List<Whose> partners, List<String> parts) {

        static Happened of(Indicator indicator, Instant at, Whose whose) {
            return new Happened(indicator, at, List.of(whose), List.of());
        }

        Happened partOf(String part) {
            return new Happened(indicator, at, partners, List.of(part));
        }
    }

    /** Something that took so long. */
    void took(Happened happened, Instant since) {
        Duration took = atLeastZero(Duration.between(since, happened.at()));
        long met = aims.of(happened.indicator()).isMetBy(took) ? 1 : 0;
        each(happened, row -> row.add(1, met, took.toSeconds()));
    }

    /** Something that met what it should, or did not, and how long it took. */
    void was(Happened happened, boolean good, Duration took) {
        each(happened, row -> row.add(1, good ? 1 : 0, atLeastZero(took).toSeconds()));
    }

    /** So many, of which so many were good. */
    void count(Happened happened, long cases, long good) {
        each(happened, row -> row.add(cases, good, 0));
    }

    Map<Row, Sums> rows() {
        return sums;
    }

    private void each(Happened happened, Consumer<Sums> addition) {
        LocalDate day = happened.at().atOffset(ZoneOffset.UTC).toLocalDate();
        Set<Row> rows = new LinkedHashSet<>();
        for (Whose whose : happened.partners()) {
            for (String partner : both(whose.partner())) {
                for (String agency : both(whose.agency())) {
                    rows.add(new Row(happened.indicator(), partner, agency, "", day));
                    happened.parts()
                            .forEach(part -> rows.add(new Row(happened.indicator(), partner, agency, part, day)));
                }
            }
        }
        rows.forEach(row -> addition.accept(sums.computeIfAbsent(row, ignored -> new Sums())));
    }

    private static Set<String> both(@Nullable String one) {
        return one == null ? Set.of("") : Set.of("", one);
    }

    private static Duration atLeastZero(Duration took) {
        // Clocks of two machines may differ.
        return took.isNegative() ? Duration.ZERO : took;
    }
}
