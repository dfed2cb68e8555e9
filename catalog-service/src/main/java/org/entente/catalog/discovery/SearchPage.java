package org.entente.catalog.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.asset.Form;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found. Everything in it, the numbers too, is about what the reader may see, and about nothing else.
 *
 * @param count of what was found from this page on
 * @param atLeast whether counting stopped there, and there may be more
 * @param next the cursor of the next page; absent on the last one
 * @param disclosureId under which it is recorded that a partner was shown this page; absent for the home side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // written by hand
record SearchPage(
        List<Result> results,
        @Schema(examples = "3") int count,
        boolean atLeast,
        Facets facets,
        @Nullable String next,
        @Nullable String disclosureId) {

    /**
     * An asset that has all the words in what the reader may see of it.
     *
     * @param title absent for a reader whom the label of the title does not admit
     * @param snippets the surroundings of the words, from portions that the reader may see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Result(
            UUID id,
            @Nullable String title,
            String originator,
            int version,
            Form form,
            Instant registered,
            List<String> snippets) {}

    /** How many of those counted there are of each kind. */
    @RegisterForReflection
    record Facets(Map<String, Long> originator, Map<String, Long> form) {
        static Facets of(List<Result> counted) {
            return new Facets(counts(counted, Result::originator), counts(counted, result -> result.form()
                    .wireName()));
        }

        private static Map<String, Long> counts(List<Result> counted, Function<Result, String> kind) {
            return counted.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
        }
    }

    SearchPage recorded(String disclosure) {
        return new SearchPage(results, count, atLeast, facets, next, disclosure);
    }
}
