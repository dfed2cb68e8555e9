package org.entente.catalog.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document that a party proposes.
 *
 * @param closes when the vote does, unless all have voted before
 * @param effective from when it is in force, if it is adopted
 * @param ballots by party
 * @param report what was found when stored content was compared, at the last step; for the home side in full
 * @param version under which it came into force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Proposal(
        UUID id,
        UUID constitution,
        Kind kind,
        String name,
        @Schema(type = SchemaType.OBJECT) JsonNode document,
        String reason,
        Instant closes,
        Instant effective,
        Instant proposed,
        String party,
        State state,
        Map<String, Vote> ballots,
        @Nullable Report report,
        @Nullable Integer version) {

    /** How far it is. The only ways are open → adopted → in-force, open → rejected, open or adopted → refused. */
    enum State {
        open,
        /** By the parties; not in force before its date of effect. */
        adopted,
        rejected,
        /** Adopted, but somebody would see more, or something stored would not be understood. */
        refused,
        @JsonProperty("in-force")
        in_force;

        static State of(String stored) {
            return valueOf(stored.replace('-', '_'));
        }

        String stored() {
            return name().replace('_', '-');
        }
    }

    List<Vote> votes() {
        return List.copyOf(ballots.values());
    }

    Proposal forPartners() {
        return new Proposal(
                id,
                constitution,
                kind,
                name,
                document,
                reason,
                closes,
                effective,
                proposed,
                party,
                state,
                ballots,
                report == null ? null : report.forPartners(),
                version);
    }
}
