package org.entente.access.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;

/** Takes attestations back, so that nobody is permitted anything on them once it is answered (G3). */
@ApplicationScoped
class Revocations {
    private final Caller caller;
    private final Sheets sheets;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    Revocations(Caller caller, Sheets sheets, Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.sheets = sheets;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /** As the log keeps it. */
    @RegisterForReflection
    private record Revoked(UUID sheet, int persons, List<String> named, String reason) {}

    Uni<Sheet> revoke(UUID sheet, Revoking revoking) {
        String reason = revoking.checkedReason();
        List<String> persons = revoking.checkedPersons();
        boolean isAdministrator = caller.isHome() && caller.has(Role.POLICY_ADMINISTRATOR);
        String person = caller.subject();
        String nation = caller.nation();
        String actor = caller.actor();
        return sheets.find(sheet)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(found ->
                        isAdministrator ? Uni.createFrom().voidItem() : Authority.requireServed(found, person, nation))
                .chain(found -> Epoch.change(() -> StoreClock.now()
                        .chain(now -> revoke(found, persons, new Sheets.Revocation(actor, now, reason)))))
                .call(epoch::settled)
                .chain(() -> sheets.find(sheet))
                .map(found -> isAdministrator ? found.withoutPersons() : found);
    }

    private Uni<Void> revoke(Sheet sheet, List<String> persons, Sheets.Revocation by) {
        return Sheets.revoke(sheet.id(), persons, by).chain(count -> {
            if (count == 0) {
                throw Problem.conflict(null, "Nothing of that stands any more.");
            }
            Revoked revoked = new Revoked(sheet.id(), count, persons, by.reason());
            return epoch.advance()
                    .chain(() -> outbox.append(Event.of(
                            EventTypes.ATTESTATION_REVOKED,
                            sheet.id().toString(),
                            sheet.partner(),
                            by.revoker(),
                            json.valueToTree(revoked))));
        });
    }
}
