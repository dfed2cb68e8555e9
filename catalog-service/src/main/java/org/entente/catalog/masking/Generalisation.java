package org.entente.catalog.masking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes times, addresses and places coarser; what it does not understand it does not give back. */
final class Generalisation {
    private final Places places;

    Generalisation(Places places) {
        this.places = places;
    }

    /** In a running text: a day is a date, without a time that nobody stated. */
    Optional<String> inText(String found, Precision to) {
        return switch (to) {
            case DAY -> day(found).map(LocalDate::toString);
            case MONTH -> day(found).map(day -> day.toString().substring(0, "2026-11".length()));
            case NETWORK -> NetworkAddress.parse(found).map(NetworkAddress::network);
            case REGION -> places.region(found);
        };
    }

    /**
     * As a value by itself: a time stays an instant, as whoever reads the field expects one.
     *
     * @param isEnd whether it is when something ends, which must not come to lie before its beginning
     */
    Optional<String> asValue(String value, Precision to, boolean isEnd) {
        return switch (to) {
            case DAY -> day(value).map(day -> start(isEnd ? day.plusDays(1) : day));
            case MONTH ->
                day(value).map(day -> start(isEnd ? day.withDayOfMonth(1).plusMonths(1) : day.withDayOfMonth(1)));
            case NETWORK, REGION -> inText(value, to);
        };
    }

    private static String start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            boolean hasZone = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
            Instant instant = OffsetDateTime.parse(hasZone ? text : text + "Z").toInstant();
            return Optional.of(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
