package org.entente.catalog.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on the alliance's documents.
 *
 * @param parties nations, one vote each
 * @param quorum how many must vote, abstentions included
 * @param consents parties that have consented
 * @param constituted since when it is, or was, in force; absent while consents are missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Constitution(
        UUID id,
        List<String> parties,
        int quorum,
        List<String> consents,
        Instant proposed,
        @Nullable Instant constituted) {

    /** What becomes of votes. */
    boolean isAdopted(List<Vote> votes) {
        long yes = votes.stream().filter(vote -> vote == Vote.yes).count();
        long no = votes.stream().filter(vote -> vote == Vote.no).count();
        return votes.size() >= quorum && yes > no;
    }

    boolean hasAllVotes(List<Vote> votes) {
        return votes.size() == parties.size();
    }
}
