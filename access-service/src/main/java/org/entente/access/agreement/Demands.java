package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Binding;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement demands of a reader's surroundings, beyond the label.
 *
 * @param assurance the least login
 * @param countries from where only
 * @param training courses that must have been attended
 * @param discovery the least login for merely discovering; absent for the same as for everything else
 * @param loginWithin how long ago the login may be, for anything beyond discovering
 * @param binding what a token must be bound to
 * @param networks from whose addresses only; with countries, both are demanded
 * @param trainingByTier further courses, from a tier on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demands(
        @Nullable Assurance assurance,
        List<String> countries,
        List<String> training,
        @Nullable Assurance discovery,
        @Nullable Duration loginWithin,
        @Nullable Binding binding,
        List<Network> networks,
        SortedMap<Integer, List<String>> trainingByTier) {

    public Demands {
        countries = present(countries);
        training = present(training);
        networks = present(networks);
        trainingByTier = trainingByTier == null ? new TreeMap<>() : new TreeMap<>(trainingByTier);
    }

    public Demands(@Nullable Assurance assurance, List<String> countries, List<String> training) {
        this(assurance, countries, training, null, null, null, List.of(), new TreeMap<>());
    }

    /** The courses that a reader of information of that tier must have attended; each once. */
    public List<String> trainingFor(int tier) {
        if (trainingByTier.isEmpty()) {
            return training;
        }
        return Stream.concat(
                        training.stream(),
                        trainingByTier.headMap(tier + 1).values().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** Whether it demands nothing at all. */
    @JsonIgnore
    public boolean isNothing() {
        return equals(new Demands(null, List.of(), List.of()));
    }

    /** What a document leaves out is not demanded. */
    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
