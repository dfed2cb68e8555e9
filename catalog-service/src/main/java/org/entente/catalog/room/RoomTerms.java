package org.entente.catalog.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what in a room, from where, when, and what for.
 *
 * @param purpose that every reading in it is decided for
 * @param networks from which it may be read, in CIDR notation; absent for any
 * @param countries from which it may be read, ISO 3166-1 alpha-3; absent for any
 * @param assurance the weakest login that suffices; absent for any
 * @param hours absent for always
 * @param until when it ends for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record RoomTerms(
        @Schema(examples = "Pump controllers, joint reading") @Nullable String name,

        @Schema(examples = "cyber-defence") @Nullable String purpose,
        @Nullable List<Member> members,
        @Nullable List<UUID> assets,
        @Schema(examples = "192.0.2.0/24") @Nullable List<String> networks,
        @Schema(examples = "XBB") @Nullable List<String> countries,

        @Schema(enumeration = {"password", "otp", "hardware"}) @Nullable String assurance,

        @Nullable OpeningHours hours,
        @Nullable Instant until) {
    private static final int LONGEST = 200;
    private static final int MOST = 500;
    private static final List<String> WEAKEST_FIRST = List.of("password", "otp", "hardware");

    /** Makes sure that these can be the terms of a room that is open now. */
    RoomTerms require(String home, Instant now) {
        requireText(name, "/name");
        requireText(purpose, "/purpose");
        requireEach(members, "/members", (member, pointer) -> member.require(pointer, home));
        requireEach(assets, "/assets", (asset, pointer) -> {});
        requireSome(networks, "/networks", RoomTerms::requireNetwork);
        requireSome(countries, "/countries", RoomTerms::requireCountry);
        if (assurance != null && !WEAKEST_FIRST.contains(assurance)) {
            throw Problem.badRequest("/assurance", "must be password, otp or hardware");
        }
        if (hours != null) {
            hours.require("/hours");
        }
        if (until == null || !until.isAfter(now)) {
            throw Problem.badRequest("/until", "must be in the future");
        }
        return this;
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null
                || text.isBlank()
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(field, "must have 1 to " + LONGEST + " characters of text");
        }
    }

    private static <T> void requireEach(@Nullable List<T> list, String pointer, BiConsumer<T, String> require) {
        if (list == null || list.isEmpty() || list.size() > MOST) {
            throw Problem.badRequest(pointer, "must have 1 to " + MOST + " entries");
        }
        for (int index = 0; index < list.size(); index++) {
            require.accept(list.get(index), pointer + "/" + index);
        }
    }

    private static <T> void requireSome(@Nullable List<T> list, String pointer, BiConsumer<T, String> require) {
        if (list != null) {
            requireEach(list, pointer, require);
        }
    }

    private static void requireNetwork(String network, String pointer) {
        if (Network.parse(network).isEmpty()) {
            throw Problem.badRequest(pointer, "is not a network in CIDR notation, such as 192.0.2.0/24");
        }
    }

    private static void requireCountry(String country, String pointer) {
        if (!country.matches("[A-Z]{3}")) {
            throw Problem.badRequest(pointer, "is not a country of ISO 3166-1 alpha-3");
        }
    }

    /** Why this visitor is not let in; empty if they are. What is demanded and not known is not met. */
    Optional<Refusal> refusal(Visit visit) {
        if (present(members).stream().noneMatch(member -> member.is(visit))) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (until == null || !visit.at().isBefore(until)) {
            return Optional.of(Refusal.ENDED);
        }
        if (hours != null && hours.closing(visit.at()).isEmpty()) {
            return Optional.of(Refusal.OUTSIDE_HOURS);
        }
        if (!isWithin(visit)) {
            return Optional.of(Refusal.OUTSIDE_GEOFENCE);
        }
        boolean isSure = WEAKEST_FIRST.indexOf(visit.assurance())
                >= Math.max(0, assurance == null ? 0 : WEAKEST_FIRST.indexOf(assurance));
        return isSure ? Optional.empty() : Optional.of(Refusal.ASSURANCE_TOO_LOW);
    }

    private boolean isWithin(Visit visit) {
        boolean isInNetwork = networks == null
                || (visit.address() != null
                        && networks.stream()
                                .flatMap(network -> Network.parse(network).stream())
                                .anyMatch(network -> network.contains(visit.address())));
        boolean isInCountry = countries == null || (visit.country() != null && countries.contains(visit.country()));
        return isInNetwork && isInCountry;
    }

    /** How long who comes in then may stay, at the most. */
    Instant longest(Instant at) {
        Instant end = until == null ? at : until;
        return hours == null
                ? end
                : hours.closing(at).filter(closing -> closing.isBefore(end)).orElse(end);
    }

    boolean holds(UUID asset) {
        return present(assets).contains(asset);
    }

    static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
