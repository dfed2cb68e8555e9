package org.entente.access.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.entente.access.message.Message.Person;
import org.entente.access.message.Message.Position;
import org.entente.access.message.Message.Signature;
import org.entente.access.message.Message.Words;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is read: how it came about is for the home side.
 *
 * @param home absent for the partner
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        UUID id,
        String partner,
        State state,
        @JsonUnwrapped Words words,
        @Nullable Instant sentAt,
        @Nullable String acknowledgedBy,
        @Nullable Home home) {

    /** How it came about. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Home(
            Person drafter,
            @Nullable String agency,
            @Nullable Instant planned,
            SortedMap<String, Position> positions,
            @Nullable Signature overruled,
            @Nullable Signature approved) {}

    static MessageView of(PartnerMessage stored, boolean isHome) {
        Message message = stored.message();
        Signature receipt = message.acknowledged();
        return new MessageView(
                stored.id,
                stored.partner,
                message.state(),
                message.words(),
                message.sentAt(),
                receipt == null ? null : receipt.by().name(),
                isHome
                        ? new Home(
                                message.drafter(),
                                message.agency(),
                                message.planned(),
                                message.positions(),
                                message.overruled(),
                                message.approved())
                        : null);
    }
}
