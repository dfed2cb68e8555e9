package org.entente.access.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** An attestation as the log keeps it: whose, by their identifiers, and no names. */
@RegisterForReflection
record Issued(
        UUID sheet,
        String partner,
        String course,
        @Nullable UUID authority,
        @Nullable String exercise,
        Instant until,
        List<String> persons) {

    static Event of(Sheet sheet, @Nullable String actor, ObjectMapper json) {
        Issued issued = new Issued(
                sheet.id(),
                sheet.partner(),
                sheet.course(),
                sheet.authority(),
                sheet.exercise(),
                sheet.until(),
                sheet.persons().stream().map(Sheet.Person::sub).toList());
        return Event.of(
                EventTypes.ATTESTATION_ISSUED, sheet.id().toString(), sheet.partner(), actor, json.valueToTree(issued));
    }
}
