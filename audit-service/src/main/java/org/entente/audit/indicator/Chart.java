package org.entente.audit.indicator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.audit.indicator.Series.Point;
import org.jspecify.annotations.Nullable;

/**
 * A series drawn: one column for each point, and a line where the target lies. Whoever cannot see it has the same in the table beside it.
 *
 * @param columns oldest first
 * @param marks of the scale
 * @param target where the target lies; absent if there is none to draw
 */
record Chart(
        List<Column> columns, List<Mark> marks, @Nullable Mark target) {

    static final int WIDTH = 720;
    static final int HEIGHT = 200;
    private static final int LEFT = 72;
    private static final int BOTTOM = 24;
    private static final int TOP = 10;
    private static final int MARKS = 4;
    private static final double WIDEST = 40;
    private static final double FILLED = 0.8;
    private static final int MOST_DATES = 8;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    /** A point; the date is shown under some of them only. */
    record Column(
            String x,
            String y,
            String width,
            String height,
            String text,
            @Nullable String date) {}

    /** A value of the scale. */
    record Mark(String y, String text) {}

    /** Of shares, times or counts, as the unit has it. */
    static Chart of(Series series) {
        List<Point> points = series.points();
        Indicator.Unit unit = series.unit();
        double highest =
                points.stream().mapToDouble(point -> value(point, unit)).max().orElse(0);
        Double aim = aim(series);
        double top = isShare(unit) ? 1 : Math.max(1, Math.max(highest, aim == null ? 0 : aim));
        double slot = (double) (WIDTH - LEFT) / Math.max(1, points.size());
        int every = Math.max(1, (points.size() + MOST_DATES - 1) / MOST_DATES);
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            columns.add(column(points.get(index), unit, new Place(LEFT + index * slot, slot, top, index % every == 0)));
        }
        List<Mark> marks = new ArrayList<>();
        for (int mark = 0; mark <= MARKS; mark++) {
            double value = top * mark / MARKS;
            marks.add(new Mark(number(y(value, top)), text(value, unit)));
        }
        return new Chart(columns, marks, aim == null ? null : new Mark(number(y(aim, top)), text(aim, unit)));
    }

    /** Where a column stands. */
    private record Place(double x, double slot, double top, boolean isDated) {}

    private static Column column(Point point, Indicator.Unit unit, Place place) {
        double value = value(point, unit);
        double width = Math.min(WIDEST, place.slot() * FILLED);
        double y = y(value, place.top());
        return new Column(
                number(place.x() + (place.slot() - width) / 2),
                number(y),
                number(width),
                number(HEIGHT - BOTTOM - y),
                point.from() + ": " + text(value, unit) + ", " + point.count() + " in all",
                place.isDated() ? point.from().toString() : null);
    }

    private static @Nullable Double aim(Series series) {
        Target target = series.target();
        if (isShare(series.unit())) {
            return target.least() == null ? target.most() : target.least();
        }
        Duration within = target.within();
        return series.unit() == Indicator.Unit.DURATION && within != null ? (double) within.toSeconds() : null;
    }

    private static double value(Point point, Indicator.Unit unit) {
        return switch (unit) {
            case SHARE, LEVEL -> point.share() == null ? 0 : point.share();
            case DURATION -> point.mean() == null ? 0 : point.mean().toSeconds();
            case COUNT -> point.count();
        };
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
    }

    private static boolean isShare(Indicator.Unit unit) {
        return unit == Indicator.Unit.SHARE || unit == Indicator.Unit.LEVEL;
    }

    private static String text(double value, Indicator.Unit unit) {
        return switch (unit) {
            case SHARE, LEVEL -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            case DURATION -> time(Duration.ofSeconds(Math.round(value)));
            case COUNT -> String.format(Locale.ROOT, "%.0f", value);
        };
    }

    /** A time for people, in the unit that suits it. */
    static String time(Duration time) {
        double seconds = time.toSeconds();
        if (seconds >= 2 * DAY) {
            return String.format(Locale.ROOT, "%.1f days", seconds / DAY);
        }
        return seconds >= 2 * HOUR
                ? String.format(Locale.ROOT, "%.1f h", seconds / HOUR)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
