package org.entente.access.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been used of a grant: what decisions other than those on discovery permitted under it. To find what there is is
 * not to use it, or one list would use everything.
 *
 * @param permits how many decisions permitted something
 * @param first the first of them
 * @param last the latest of them
 * @param persons by the token's {@code sub}; of very many, the first
 * @param morePersons whether there are others
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        long permits,
        @Nullable Instant first,
        @Nullable Instant last,
        SortedMap<String, Use> categories,
        SortedMap<String, Use> purposes,
        SortedMap<String, Use> tiers,
        SortedMap<String, Use> persons,
        boolean morePersons) {
    private static final int MOST_PERSONS = 200;

    public static final Usage NONE =
            new Usage(0, null, null, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), false);

    /** How often, and when for the last time. */
    @RegisterForReflection
    public record Use(long count, Instant last) {
        private Use and(Use other) {
            return new Use(count + other.count, later(last, other.last));
        }
    }

    /** This and one more use. */
    Usage and(Used used) {
        boolean isKnown = persons.containsKey(used.person()) || persons.size() < MOST_PERSONS;
        return new Usage(
                permits + 1,
                first == null || used.at().isBefore(first) ? used.at() : first,
                last == null ? used.at() : later(last, used.at()),
                with(categories, used.categories(), used.at()),
                with(purposes, used.purpose().isEmpty() ? Set.of() : Set.of(used.purpose()), used.at()),
                with(tiers, Set.of(Integer.toString(used.tier())), used.at()),
                isKnown ? with(persons, Set.of(used.person()), used.at()) : persons,
                morePersons || !isKnown);
    }

    private static SortedMap<String, Use> with(Map<String, Use> uses, Set<String> names, Instant at) {
        SortedMap<String, Use> sum = new TreeMap<>(uses);
        names.forEach(name -> sum.merge(name, new Use(1, at), Use::and));
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
