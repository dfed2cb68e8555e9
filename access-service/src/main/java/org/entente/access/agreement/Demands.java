package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement demands of a reader's surroundings, beyond the label.
 *
 * @param assurance the least login
 * @param countries from where only
 * @param training courses that must have been attended
 * @param networks from whose addresses only; with countries, both are demanded
 * @param trainingByTier further courses, from a tier on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demands(
        @Nullable Assurance assurance,
        List<String> countries,
        List<String> training,
        List<Network> networks,
        SortedMap<Integer, List<String>> trainingByTier) {
    public Demands {
        countries = present(countries);
        training = present(training);
        networks = present(networks);
        trainingByTier = trainingByTier == null ? new TreeMap<>() : new TreeMap<>(trainingByTier);
    }

    public Demands(@Nullable Assurance assurance, List<String> countries, List<String> training) {
        this(assurance, countries, training, List.of(), new TreeMap<>());
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

    @JsonIgnore
    public boolean isNothing() {
        return equals(new Demands(null, List.of(), List.of(), List.of(), new TreeMap<>(Map.of())));
    }

    /** What a document leaves out is not demanded. */
    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
