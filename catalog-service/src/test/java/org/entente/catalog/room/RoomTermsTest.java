package org.entente.catalog.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoomTermsTest {
    /** A Monday, 10:00 in UTC, 11:00 in Brussels. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private static final OpeningHours HOURS =
            new OpeningHours("Europe/Brussels", List.of(new OpeningHours.Window(DayOfWeek.MONDAY, "08:00", "18:00")));
    private static final RoomTerms TERMS = new RoomTerms(
            "Room",
            "cyber-defence",
            List.of(new Member("XBB", "p-1", "analyst")),
            List.of(new UUID(0, 1)),
            List.of("192.0.2.0/24"),
            List.of("XBB"),
            "otp",
            HOURS,
            Instant.parse("2026-12-01T00:00:00Z"));
    private static final Visit VISIT = new Visit("XBB", "p-1", "otp", "192.0.2.1", "XBB", MONDAY);

    static Stream<Arguments> visits() {
        return Stream.of(
                Arguments.of("as agreed", VISIT, null),
                Arguments.of("a stronger login", new Visit("XBB", "p-1", "hardware", "192.0.2.1", "XBB", MONDAY), null),
                Arguments.of(
                        "somebody else",
                        new Visit("XBB", "p-2", "otp", "192.0.2.1", "XBB", MONDAY),
                        Refusal.NOT_A_MEMBER),
                Arguments.of(
                        "the same identifier of another partner",
                        new Visit("XCC", "p-1", "otp", "192.0.2.1", "XBB", MONDAY),
                        Refusal.NOT_A_MEMBER),
                Arguments.of(
                        "a weaker login",
                        new Visit("XBB", "p-1", "password", "192.0.2.1", "XBB", MONDAY),
                        Refusal.ASSURANCE_TOO_LOW),
                Arguments.of(
                        "an unknown login",
                        new Visit("XBB", "p-1", "retina", "192.0.2.1", "XBB", MONDAY),
                        Refusal.ASSURANCE_TOO_LOW),
                Arguments.of(
                        "another network",
                        new Visit("XBB", "p-1", "otp", "198.51.100.1", "XBB", MONDAY),
                        Refusal.OUTSIDE_GEOFENCE),
                Arguments.of(
                        "no known address",
                        new Visit("XBB", "p-1", "otp", null, "XBB", MONDAY),
                        Refusal.OUTSIDE_GEOFENCE),
                Arguments.of(
                        "another country",
                        new Visit("XBB", "p-1", "otp", "192.0.2.1", "XCC", MONDAY),
                        Refusal.OUTSIDE_GEOFENCE),
                Arguments.of(
                        "no known country",
                        new Visit("XBB", "p-1", "otp", "192.0.2.1", null, MONDAY),
                        Refusal.OUTSIDE_GEOFENCE),
                Arguments.of("before it opens there", at("2026-11-23T06:59:59Z"), Refusal.OUTSIDE_HOURS),
                Arguments.of("as it opens there", at("2026-11-23T07:00:00Z"), null),
                Arguments.of("as it closes there", at("2026-11-23T17:00:00Z"), Refusal.OUTSIDE_HOURS),
                Arguments.of("another day", at("2026-11-24T10:00:00Z"), Refusal.OUTSIDE_HOURS),
                Arguments.of("after the end", at("2026-12-07T10:00:00Z"), Refusal.ENDED));
    }

    private static Visit at(String instant) {
        return new Visit("XBB", "p-1", "otp", "192.0.2.1", "XBB", Instant.parse(instant));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visits")
    void letIn(String what, Visit visit, @Nullable Refusal refusal) {
        Optional<Refusal> found = TERMS.refusal(visit);

        assertThat(found).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void endAStayWithTheHours() {
        Instant longest = TERMS.longest(MONDAY);

        assertThat(longest).isEqualTo("2026-11-23T17:00:00Z");
    }

    @Test
    void endAStayAtMidnightThere() {
        OpeningHours hours = new OpeningHours(
                "Europe/Brussels", List.of(new OpeningHours.Window(DayOfWeek.MONDAY, "08:00", "24:00")));

        Optional<Instant> closing = hours.closing(MONDAY);

        assertThat(closing).contains(Instant.parse("2026-11-23T23:00:00Z"));
    }

    @Test
    void ofAClosedRoomLetNobodyIn() {
        Room closed = Room.at(MONDAY, new UUID(0, 2), 1, TERMS, MONDAY, "officer", MONDAY, "over");

        Optional<Refusal> refusal = closed.refusal(VISIT);

        assertThat(refusal).contains(Refusal.ENDED);
    }
}
