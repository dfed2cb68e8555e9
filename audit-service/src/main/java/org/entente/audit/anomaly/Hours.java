package org.entente.audit.anomaly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** At which hours of working days and weekends there is access, UTC; hours next to usual ones are usual, too. */
final class Hours implements Signal {

    private static final int A_DAY = 24;
    private static final double FADING = 0.998;
    private static final double RARE = 0.01;
    private static final int FEW = 3;
    private static final double LEAST_HOURS = 30;
    private static final int TWO_WEEKS = 14;

    private final double[] weights = new double[2 * A_DAY];
    private int within;
    private long since = -1;

    @Override
    public Optional<Finding> see(Access access, View view) {
        since = since < 0 ? view.day() : since;
        int cell = cell(OffsetDateTime.ofInstant(view.now(), ZoneOffset.UTC));
        double share = share(cell);
        if (!view.isPerson() || !isKnown(view) || share >= RARE) {
            return Optional.empty();
        }
        within++;
        return within < FEW
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Kind.OFF_HOURS,
                        Integer.toString(cell),
                        RARE,
                        Math.max(share, RARE / A_DAY),
                        String.format(
                                Locale.ROOT,
                                "%d accesses about %02d:00 UTC %s, when there were %.1f %% of the hours with access",
                                within,
                                cell % A_DAY,
                                cell < A_DAY ? "on a working day" : "at a weekend",
                                100 * share)));
    }

    @Override
    public void hourEnds(Hour hour, View view) {
        // What was found unusual is not learned; a person may say that it was in order.
        if (within < FEW) {
            int cell = cell(OffsetDateTime.ofInstant(Instant.ofEpochSecond(hour.number() * 3_600), ZoneOffset.UTC));
            for (int index = 0; index < weights.length; index++) {
                weights[index] *= FADING;
            }
            weights[cell]++;
        }
        within = 0;
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.OFF_HOURS && dismissed.key().matches("\\d{1,2}")) {
            weights[Integer.parseInt(dismissed.key()) % weights.length] += Math.max(1, total() * 3 * RARE);
        }
    }

    /** 0 at a usual hour to 1 at one without any access before. */
    double oddness(View view) {
        int cell = cell(OffsetDateTime.ofInstant(view.now(), ZoneOffset.UTC));
        return !isKnown(view) ? 0 : Math.max(0, 1 - share(cell) * A_DAY / 3);
    }

    private static int cell(OffsetDateTime time) {
        boolean isWeekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (isWeekend ? A_DAY : 0) + time.getHour();
    }

    /** Nobody knows of somebody's weekends before there were two. */
    private boolean isKnown(View view) {
        return view.hasHabits() && total() >= LEAST_HOURS && view.day() - since >= TWO_WEEKS;
    }

    private double share(int cell) {
        int day = cell / A_DAY * A_DAY;
        int hour = cell % A_DAY;
        double near = weights[cell] + weights[day + (hour + 1) % A_DAY] + weights[day + (hour + A_DAY - 1) % A_DAY];
        double total = total();
        return total == 0 ? 0 : near / total;
    }

    private double total() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }
}
