package org.entente.audit.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is measured. */
@RegisterForReflection
enum Indicator {
    FIRST_VIEW("first-view", Unit.DURATION, "From registration to the first view by any partner"),
    FIRST_VIEW_BY_PARTNER(
            "first-view-by-partner", Unit.DURATION, "From registration to the first view by each partner"),
    REQUESTS_IN_TIME("requests-in-time", Unit.SHARE, "Requests of partners answered when they were due"),
    SHARED("shared", Unit.SHARE, "Portions shared of those asked for, by category", Dimension.PARTNER),
    WITHHELD("withheld", Unit.COUNT, "Portions withheld, by category and reason", Dimension.PARTNER),
    SEEN_IN_FULL("seen-in-full", Unit.SHARE, "Answers that kept nothing back, by classification of the asset"),
    OVER_CLASSIFICATION(
            "over-classification",
            Unit.SHARE,
            "Downgradings asked for that were approved, by classification",
            Dimension.AGENCY),
    GRANTS_IN_USE("grants-in-use", Unit.LEVEL, "Live grants that are used"),
    REVIEWS_IN_TIME("reviews-in-time", Unit.SHARE, "Reviews of grants closed when they were due"),
    TIME_TO_WITHDRAW("time-to-withdraw", Unit.DURATION, "From the reason for it to the first restriction of a partner"),
    ANOMALY_HANDLING("anomaly-handling", Unit.DURATION, "From the opening of an investigation to its finding"),
    CRISIS_USE("crisis-use", Unit.DURATION, "How long crisis plans were in force"),
    CRISIS_IN_TIME("crisis-in-time", Unit.SHARE, "Activations that ended when they should; the time is the overrun");

    /** What a value of it is. */
    enum Unit {
        /** How many of all met the target. */
        SHARE,
        /** The same of what there is on a day, not of what happened. */
        LEVEL,
        /** How long it took. */
        DURATION,
        /** How often. */
        COUNT;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String wireName;
    private final Unit unit;
    private final String title;
    private final Set<Dimension> dimensions;

    /** By partner and by agency. */
    Indicator(String wireName, Unit unit, String title) {
        this(wireName, unit, title, EnumSet.allOf(Dimension.class));
    }

    /** Only by that. */
    Indicator(String wireName, Unit unit, String title, Dimension only) {
        this(wireName, unit, title, EnumSet.of(only));
    }

    Indicator(String wireName, Unit unit, String title, Set<Dimension> dimensions) {
        this.wireName = wireName;
        this.unit = unit;
        this.title = title;
        this.dimensions = Collections.unmodifiableSet(dimensions);
    }

    @JsonValue
    String wireName() {
        return wireName;
    }

    Unit unit() {
        return unit;
    }

    String title() {
        return title;
    }

    /** By what it is counted: what is about no partner, or what no agency is known of, is counted for all. */
    Set<Dimension> dimensions() {
        return dimensions;
    }

    static Optional<Indicator> of(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName.equals(wireName))
                .findFirst();
    }
}
