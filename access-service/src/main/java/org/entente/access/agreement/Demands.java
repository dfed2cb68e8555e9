package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement demands of a reader's surroundings, beyond the label.
 *
 * @param assurance the least login
 * @param countries from where only
 * @param training courses that must have been attended
 * @param conditions expressions that must hold
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demands(
        @Nullable Assurance assurance,
        @Nullable List<String> countries,
        @Nullable List<String> training,
        @Nullable List<String> conditions) {
    /** No demands. */
    public static final Demands NONE = new Demands(null, null, null, null);

    public Demands {
        countries = List.copyOf(Objects.requireNonNullElse(countries, List.of()));
        training = List.copyOf(Objects.requireNonNullElse(training, List.of()));
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }
}
