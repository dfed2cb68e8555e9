package org.entente.access.routing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.access.routing.RoutingRules.Agency;
import org.entente.access.routing.RoutingRules.Rule;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Routing rules as they are stated, nothing of which is known to make sense yet. */
public record RoutingProposal(
        @Nullable List<Agency> agencies,
        @Nullable Hours workingHours,
        @Nullable Map<Priority, Duration> within,
        @Nullable Set<Priority> aroundTheClock,
        @Nullable List<Rule> rules,
        @Nullable String otherwise) {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(60);

    /** When people work: a time zone, days such as {@code MONDAY}, and times such as {@code 08:00}. */
    public record Hours(
            @Nullable String zone,
            @Nullable Set<DayOfWeek> days,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            @Nullable Set<LocalDate> holidays) {

        private WorkingHours checked() {
            Set<DayOfWeek> worked = Vocabulary.present(days, "/workingHours/days");
            LocalTime start = Vocabulary.present(from, "/workingHours/from");
            LocalTime end = Vocabulary.present(until, "/workingHours/until");
            if (worked.isEmpty()) {
                throw Problem.badRequest("/workingHours/days", "must have an entry");
            }
            if (!start.isBefore(end)) {
                throw Problem.badRequest("/workingHours/until", "is not after from");
            }
            if (holidays != null && holidays.size() > MOST) {
                throw Problem.badRequest("/workingHours/holidays", "must have at most " + MOST + " entries");
            }
            return new WorkingHours(
                    knownZone(), worked, start, end, Objects.requireNonNullElse(holidays, Set.<LocalDate>of()));
        }

        private ZoneId knownZone() {
            try {
                return ZoneId.of(Vocabulary.present(zone, "/workingHours/zone"));
            } catch (DateTimeException unknown) {
                throw Problem.badRequest("/workingHours/zone", "is not a time zone");
            }
        }
    }

    RoutingRules checked(Vocabulary vocabulary) {
        Set<String> codes = codes();
        Map<Priority, Duration> times = Vocabulary.present(within, "/within");
        for (Priority priority : EnumSet.allOf(Priority.class)) {
            Duration time = Vocabulary.present(
                    times.get(priority), "/within/" + priority.name().toLowerCase(Locale.ROOT));
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw Problem.badRequest(
                        "/within/" + priority.name().toLowerCase(Locale.ROOT), "must be up to 60 days");
            }
        }
        List<Rule> ordered = Objects.requireNonNullElse(rules, List.of());
        requireSize(ordered, "/rules");
        for (int index = 0; index < ordered.size(); index++) {
            require(ordered.get(index), codes, vocabulary, "/rules/" + index);
        }
        requireAgency(otherwise, codes, "/otherwise");
        return new RoutingRules(
                Objects.requireNonNull(agencies),
                Vocabulary.present(workingHours, "/workingHours").checked(),
                times,
                Objects.requireNonNullElse(aroundTheClock, Set.of()),
                ordered,
                Objects.requireNonNull(otherwise));
    }

    private Set<String> codes() {
        List<Agency> stated = Vocabulary.present(agencies, "/agencies");
        requireSize(stated, "/agencies");
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < stated.size(); index++) {
            Agency agency = stated.get(index);
            String pointer = "/agencies/" + index;
            if (!codes.add(Vocabulary.text(agency.code(), pointer + "/code", LONGEST_NAME))) {
                throw Problem.badRequest(pointer + "/code", "is there twice");
            }
            Vocabulary.text(agency.superior(), pointer + "/superior", LONGEST_NAME);
            if (agency.officers().isEmpty() || agency.officers().size() > MOST) {
                throw Problem.badRequest(pointer + "/officers", "must have 1 to " + MOST + " entries");
            }
            for (int officer = 0; officer < agency.officers().size(); officer++) {
                Vocabulary.text(agency.officers().get(officer), pointer + "/officers/" + officer, LONGEST_NAME);
            }
        }
        return codes;
    }

    private static void require(Rule rule, Set<String> codes, Vocabulary vocabulary, String pointer) {
        if (!rule.categories().isEmpty()) {
            vocabulary.categories(rule.categories(), pointer + "/categories");
        }
        requireAgency(rule.agency(), codes, pointer + "/agency");
        if (rule.officer() != null) {
            Vocabulary.text(rule.officer(), pointer + "/officer", LONGEST_NAME);
        }
    }

    private static void requireAgency(@Nullable String code, Set<String> codes, String pointer) {
        if (!codes.contains(Vocabulary.present(code, pointer))) {
            throw Problem.badRequest(pointer, "is not one of the agencies");
        }
    }

    private static void requireSize(List<?> list, String pointer) {
        if (list.size() > MOST) {
            throw Problem.badRequest(pointer, "must have at most " + MOST + " entries");
        }
    }
}
