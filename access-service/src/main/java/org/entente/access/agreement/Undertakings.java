package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parties undertake beyond who may have what.
 *
 * @param retention how long copies may be kept, counted in UTC from when they were handed over; absent for until the agreement ends
 * @param onward whether they may be passed on; absent for what the agreed actions say
 * @param obligations at each handing out
 * @param consequences of a breach, by severity; what none is stated for follows the published rules
 * @param reviewEvery how often the parties review the agreement
 * @param clauses in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Undertakings(
        @Nullable Period retention,
        @Nullable Onward onward,
        List<Duty> obligations,
        List<Consequence> consequences,
        @Nullable Period reviewEvery,
        List<Clause> clauses) {
    static final Undertakings NONE = new Undertakings(null, null, List.of(), List.of(), null, List.of());

    public Undertakings {
        obligations = present(obligations);
        consequences = present(consequences);
        clauses = present(clauses);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
