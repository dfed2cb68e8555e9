package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.catalog.contribution.Contribution;
import org.entente.catalog.contribution.Contribution.Fate;
import org.entente.catalog.contribution.Contribution.Outcome;
import org.jspecify.annotations.Nullable;

/** Status resource (TAXII 2.1, section 4.3.1). All is told when the contribution is answered: nothing is ever pending. */
@RegisterForReflection
record Status(
        UUID id,
        String status,
        @JsonProperty("request_timestamp") String requestTimestamp,
        @JsonProperty("total_count") int totalCount,
        @JsonProperty("success_count") int successCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Detail> successes,
        @JsonProperty("failure_count") int failureCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Detail> failures,
        @JsonProperty("pending_count") int pendingCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Detail> pendings) {

    /** Status details (TAXII 2.1, section 4.3.1). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Detail(String id, String version, @Nullable String message) {
        static Detail of(Outcome outcome) {
            return new Detail(outcome.object(), Taxii.version(outcome.version()), outcome.message());
        }
    }

    static Status of(Contribution contribution) {
        List<Detail> successes = Stream.of(Fate.ACCEPTED, Fate.MERGED)
                .flatMap(fate -> contribution.outcomes(fate).stream())
                .map(Detail::of)
                .toList();
        List<Detail> failures =
                contribution.outcomes(Fate.QUARANTINED).stream().map(Detail::of).toList();
        return new Status(
                contribution.id(),
                "complete",
                Taxii.timestamp(contribution.received()),
                successes.size() + failures.size(),
                successes.size(),
                successes,
                failures.size(),
                failures,
                0,
                List.of());
    }
}
