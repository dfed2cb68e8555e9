package org.entente.access.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what, and how soon.
 *
 * @param agencies of the home side, with their officers
 * @param workingHours in which time is counted
 * @param within how long an answer may take, by priority
 * @param aroundTheClock priorities for which every hour counts
 * @param rules of which the first that fits counts
 * @param otherwise the agency for everything else
 */
@RegisterForReflection
public record RoutingRules(
        List<Agency> agencies,
        WorkingHours workingHours,
        Map<Priority, Duration> within,
        Set<Priority> aroundTheClock,
        List<Rule> rules,
        String otherwise) {

    public RoutingRules {
        agencies = List.copyOf(agencies);
        within = Map.copyOf(within);
        aroundTheClock = aroundTheClock == null ? Set.of() : Set.copyOf(aroundTheClock);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /**
     * A ministry or agency.
     *
     * @param code by which others name it
     * @param officers by user name; the first answers for it unless a rule names another
     * @param superior to whom what is late goes, and who may overrule
     */
    @RegisterForReflection
    public record Agency(String code, List<String> officers, String superior) {
        public Agency {
            officers = List.copyOf(officers);
        }

        /** Whether somebody speaks for it. */
        public boolean isSpokenForBy(String name) {
            return officers.contains(name) || superior.equals(name);
        }
    }

    /** What goes to which agency, and to whom of it; an empty list is about all. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            List<String> categories,
            List<String> partners,
            List<Priority> priorities,
            String agency,
            @Nullable String officer) {
        public Rule {
            categories = categories == null ? List.of() : List.copyOf(categories);
            partners = partners == null ? List.of() : List.copyOf(partners);
            priorities = priorities == null ? List.of() : List.copyOf(priorities);
        }

        private boolean fits(Matter matter) {
            return (categories.isEmpty() || !Collections.disjoint(categories, matter.categories()))
                    && (partners.isEmpty() || partners.contains(matter.partner()))
                    && (priorities.isEmpty() || priorities.contains(matter.priority()));
        }
    }

    /** What is to be answered. */
    public record Matter(String partner, Collection<String> categories, Priority priority) {}

    /**
     * Who is to answer.
     *
     * @param escalateTo who else, once it is late
     */
    @RegisterForReflection
    public record Assignment(String agency, String officer, String escalateTo) {}

    public Assignment assign(Matter matter) {
        Optional<Rule> rule = rules.stream().filter(each -> each.fits(matter)).findFirst();
        Agency agency = agency(rule.map(Rule::agency).orElse(otherwise)).orElseThrow();
        String officer = rule.map(Rule::officer).orElse(agency.officers().get(0));
        return new Assignment(agency.code(), officer, agency.superior());
    }

    public Optional<Agency> agency(String code) {
        return agencies.stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    /** The agency whose officer somebody is. */
    public Optional<Agency> agencyOf(String name) {
        return agencies.stream().filter(agency -> agency.isSpokenForBy(name)).findFirst();
    }

    /** When an answer is due that is begun at an instant, with that much time left. */
    public Instant due(Instant start, Duration left, Priority priority) {
        return aroundTheClock.contains(priority) ? start.plus(left) : workingHours.plus(start, left);
    }

    /** How much time is left until an answer is due; none if it is late. */
    public Duration left(Instant now, Instant due, Priority priority) {
        if (aroundTheClock.contains(priority)) {
            return now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO;
        }
        return workingHours.between(now, due);
    }
}
