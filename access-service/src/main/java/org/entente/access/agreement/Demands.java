package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement demands of a reader's surroundings, beyond the label.
 *
 * @param assurance the least login
 * @param countries from where only
 * @param training courses that must have been attended
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demands(@Nullable Assurance assurance, List<String> countries, List<String> training) {
    public Demands {
        countries = present(countries);
        training = present(training);
    }

    /** What a document leaves out is not demanded. */
    private static List<String> present(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
