package org.entente.crisis.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Authority;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.indicator.Weighed;
import org.entente.crisis.time.DatabaseTime;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What indicators amount to, now and over time, and because of which signals. */
@Path("/crisis/indicators")
@Authenticated
@Tag(name = "Signals")
class IndicatorResource {
    private static final int MOST = 500;
    private static final int POINTS = 60;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Authority authority;
    private final DatabaseTime time;

    IndicatorResource(Authority authority, DatabaseTime time) {
        this.authority = authority;
        this.time = time;
    }

    /**
     * An indicator now.
     *
     * @param level what it amounts to, 0 to 100
     * @param because of which signals, the strongest first
     */
    @RegisterForReflection
    record Indicator(String indicator, double level, Instant at, List<Weighed> because) {
        static Indicator of(String name, List<Reading> readings, Instant now) {
            Readings read = new Readings(readings, now, null);
            return new Indicator(name, read.level(name), now, read.because());
        }
    }

    /** What an indicator amounted to at an instant. */
    @RegisterForReflection
    record Point(Instant at, double level) {}

    /** @param next the last name of the page, to go on after; absent on the last one */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Indicator> indicators, @Nullable String next) {}

    /** An indicator over a while, with the signals that count now. */
    @RegisterForReflection
    record Series(String indicator, Duration within, List<Point> points, List<Weighed> because) {}

    @GET
    @WithSession
    @Operation(summary = "All indicators that had a signal of late, by name; follow next until it is absent")
    public Uni<Page> all(
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        authority.require(Act.READ_SIGNAL);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to " + MOST);
        }
        return time.now().chain(now -> names(cursor, limit, now).chain(names -> Signals.recent(names, now)
                .map(readings -> new Page(
                        names.stream()
                                .map(name -> Indicator.of(name, of(name, readings), now))
                                .toList(),
                        names.size() < limit ? null : names.get(names.size() - 1)))));
    }

    @GET
    @Path("{name}")
    @WithSession
    @Operation(summary = "An indicator over time: 60 points, and what it amounts to because of which signals")
    public Uni<Series> series(
            @PathParam("name") String name, @QueryParam("within") @DefaultValue("PT24H") String within) {
        authority.require(Act.READ_SIGNAL);
        Duration window = window(within);
        return time.now().chain(now -> Signals.recent(List.of(name), now).map(readings -> {
            if (readings.isEmpty()) {
                throw Problem.notFound();
            }
            return new Series(
                    name,
                    window,
                    points(name, readings, window, now),
                    Indicator.of(name, readings, now).because());
        }));
    }

    private static List<Point> points(String name, List<Reading> readings, Duration window, Instant now) {
        List<Point> points = new ArrayList<>();
        for (int index = POINTS - 1; index >= 0; index--) {
            Instant at = now.minus(window.multipliedBy(index).dividedBy(POINTS));
            points.add(new Point(at, new Readings(readings, at, null).level(name)));
        }
        return points;
    }

    private static Uni<List<String>> names(String cursor, int limit, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select distinct indicator from signal where indicator > ?1 and reported_at >= ?2"
                                + " order by indicator limit ?3",
                        String.class)
                .setParameter(1, cursor)
                .setParameter(2, now.minus(LONGEST))
                .setParameter(3, limit)
                .getResultList());
    }

    private static List<Reading> of(String name, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.indicator().equals(name))
                .toList();
    }

    private static Duration window(String text) {
        try {
            Duration window = Duration.parse(text);
            if (!window.isNegative() && !window.isZero() && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        } catch (DateTimeParseException fault) {
            // Refused like one that is too long.
        }
        throw Problem.badRequest("within", "must be a duration such as PT24H, at most " + LONGEST);
    }
}
