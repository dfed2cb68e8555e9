package org.entente.access.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Narrower;
import org.entente.access.usage.Usage.Use;
import org.jspecify.annotations.Nullable;

/**
 * How a grant could be narrowed without taking away what is used of it.
 *
 * @param measured whether it has been held for long enough that what was not used counts as not needed
 * @param withdraw whether nothing of it is used
 * @param to what it could be narrowed to; absent where all of it is used, or nothing
 * @param because why, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
        boolean measured, boolean withdraw, @Nullable Narrower to, List<String> because) {

    /** How long a grant must have been held, and how long ago a use may lie. */
    public record Measure(Duration observed, Duration recent) {}

    /** What is known of a grant at an instant. */
    public record Held(GrantTerms terms, Instant issuedAt, Usage usage, Instant now) {
        long days() {
            return Duration.between(issuedAt, now).toDays();
        }
    }

    /** A proposal by what was used lately. */
    public static Proposal of(Held held, Measure measure) {
        if (Duration.between(held.issuedAt(), held.now()).compareTo(measure.observed()) < 0) {
            String because = "It has been held for " + held.days() + " days; before "
                    + measure.observed().toDays() + " nothing can be told.";
            return new Proposal(false, false, null, List.of(because));
        }
        Instant since = held.now().minus(measure.recent());
        Instant last = held.usage().last();
        if (last == null || last.isBefore(since)) {
            String because = last == null
                    ? "Nothing was used of it in " + held.days() + " days."
                    : "Nothing was used of it since " + last + ".";
            return new Proposal(true, true, null, List.of(because));
        }
        return narrowed(held, since);
    }

    private static Proposal narrowed(Held held, Instant since) {
        GrantTerms terms = held.terms();
        List<String> because = new ArrayList<>();
        List<String> categories =
                used(terms.categories(), held.usage().categories(), since, "The category %s was not used.", because);
        List<String> purposes =
                used(terms.purposes(), held.usage().purposes(), since, "The purpose %s was not used.", because);
        int deepest = held.usage().tiers().entrySet().stream()
                .filter(tier -> !tier.getValue().last().isBefore(since))
                .mapToInt(tier -> Integer.parseInt(tier.getKey()))
                .max()
                .orElse(terms.tier());
        if (deepest < terms.tier()) {
            because.add("Nothing deeper than tier " + deepest + " was used.");
        }
        addPersons(held, because);
        boolean isNarrower = deepest < terms.tier()
                || categories.size() < terms.categories().size()
                || purposes.size() < terms.purposes().size();
        Narrower to = new Narrower(
                deepest < terms.tier() ? Integer.valueOf(deepest) : null,
                categories.size() < terms.categories().size() ? categories : null,
                purposes.size() < terms.purposes().size() ? purposes : null,
                null,
                null,
                null,
                null,
                null);
        return new Proposal(true, false, isNarrower ? to : null, because);
    }

    /** Those used lately; of none, all, since a grant has at least one. */
    private static List<String> used(
            List<String> granted, Map<String, Use> uses, Instant since, String unused, List<String> because) {
        Map<Boolean, List<String>> bySide = granted.stream()
                .collect(Collectors.partitioningBy(
                        name -> uses.containsKey(name) && !uses.get(name).last().isBefore(since)));
        if (bySide.get(true).isEmpty()) {
            return granted;
        }
        bySide.get(false).forEach(name -> because.add(String.format(unused, name)));
        return bySide.get(true);
    }

    /** Whether one person is all who needs it, somebody has to judge. */
    private static void addPersons(Held held, List<String> because) {
        if (held.usage().persons().size() == 1
                && !held.usage().morePersons()
                && !held.terms().isPersonal()) {
            because.add("One person alone used it: it could be bound to "
                    + held.usage().persons().firstKey() + ".");
        }
    }
}
