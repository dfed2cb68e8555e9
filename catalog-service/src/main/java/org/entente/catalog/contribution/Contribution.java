package org.entente.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner contributed, and what became of it.
 *
 * @param root the API root it came to
 * @param category the collection it came to, which is the category of what does not say another
 * @param asset that the accepted objects became; absent where none were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(
        UUID id,
        String partner,
        String root,
        String category,
        Instant received,
        String actor,
        List<Outcome> outcomes,
        @Nullable UUID asset) {

    /** What becomes of an object. */
    public enum Fate {
        /** It is part of the catalog. */
        @JsonProperty("accepted")
        ACCEPTED,
        /** It was part of it before. */
        @JsonProperty("merged")
        MERGED,
        /** It is kept apart. */
        @JsonProperty("quarantined")
        QUARANTINED
    }

    /**
     * One object.
     *
     * @param object its STIX id, or what stands in its place
     * @param version that it states, or when it was received
     * @param message for people
     * @param content as it came; only where it is kept apart, and only for whom that is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            String object,
            Instant version,
            Fate fate,
            @Nullable String message,
            @Nullable JsonNode content) {}

    /** The outcomes of one kind. */
    public List<Outcome> outcomes(Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).toList();
    }
}
