package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
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
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demands(
        @Nullable Assurance assurance,
        List<String> countries,
        List<String> training,
        @Nullable Assurance discovery,
        @Nullable Duration loginWithin,
        @Nullable Binding binding) {

    public Demands {
        countries = present(countries);
        training = present(training);
    }

    /** Whether it demands nothing at all. */
    @JsonIgnore
    public boolean isNothing() {
        return assurance == null
                && countries.isEmpty()
                && training.isEmpty()
                && loginWithin == null
                && binding == null;
    }

    /** What a document leaves out is not demanded. */
    private static List<String> present(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
