package org.entente.access.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.entente.access.epoch.Epoch;
import org.entente.access.revision.Latecomer;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;

/** How a party's officer changes an agreement: in one transaction with its events, on the revision that the officer has read. */
@RequestScoped
class AgreementActs {
    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Revision revision;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    AgreementActs(
            Caller caller, Vocabulary vocabulary, Revision revision, Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.revision = revision;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /** A change of an agreement, and what it makes to tell. */
    interface Act {
        Uni<List<Event>> on(Agreement agreement, Acting acting);
    }

    /** Who calls, to be asked before work that leaves the request. */
    Speaker speaker() {
        return new Speaker(
                new Move.Mover(caller.nation(), caller.has(Role.LIAISON_OFFICER), caller.isHome()),
                caller.subject(),
                caller.name(),
                caller.actor(),
                Assurance.valueOf(caller.assurance().toUpperCase(Locale.ROOT)));
    }

    /** Answers what it became, or a 412 problem with what someone else made of it first. */
    Uni<Response> change(UUID id, Speaker speaker, Act act) {
        Revision.Expected expected = revision.expected();
        Uni<Response> changed =
                Epoch.change(() -> changeable(id, speaker.mover()).chain(agreement -> now().chain(now -> {
                    expected.require(agreement.tag());
                    return act.on(agreement, new Acting(speaker.mover(), vocabulary.home(), now))
                            .chain(this::told)
                            .replaceWith(() -> answer(agreement, now));
                })));
        return Latecomer.told(changed, () -> Panache.withSession(() -> changeable(id, speaker.mover()))
                .map(agreement -> json.<JsonNode>valueToTree(AgreementView.of(agreement, Instant.now()))));
    }

    /** For officers only: whether it has changed, and what it has become, is for those who may change it. */
    private Uni<Agreement> changeable(UUID id, Move.Mover mover) {
        return mine(id, mover).invoke(() -> {
            if (!mover.isOfficer()) {
                throw Problem.forbidden("Your roles do not allow this.");
            }
        });
    }

    /** The last step of a transaction. */
    Uni<Void> told(List<Event> events) {
        return epoch.advance().chain(() -> outbox.append(events.toArray(Event[]::new)));
    }

    /** One event for each partner, which may then read its record. */
    List<Event> events(String type, Agreement agreement, String actor, Object data) {
        List<Event> events = new ArrayList<>();
        agreement
                .partners()
                .forEach(partner ->
                        events.add(Event.of(type, agreement.id.toString(), partner, actor, json.valueToTree(data))));
        return events;
    }

    /** One event that no partner reads: it has not seen the agreement. */
    List<Event> homeEvent(String type, Agreement agreement, String actor, Object data) {
        return List.of(Event.of(type, agreement.id.toString(), null, actor, json.valueToTree(data)));
    }

    /** The agreement if the caller's nation is a party that may know of it; to all others there is no such agreement. */
    Uni<Agreement> mine(UUID id, Move.Mover mover) {
        return Agreement.<Agreement>findById(id).map(agreement -> {
            boolean isMine = agreement != null
                    && (mover.isHome()
                            || (agreement.state != State.DRAFTED
                                    && agreement.partners().contains(mover.nation())));
            if (!isMine) {
                throw Problem.notFound();
            }
            return agreement;
        });
    }

    /** The database keeps microseconds; what is answered now must be what is read later. */
    static Uni<Instant> now() {
        return Epoch.now().map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    }

    static Response answer(Agreement agreement, Instant now) {
        return Response.ok(AgreementView.of(agreement, now))
                .header("ETag", agreement.tag())
                .build();
    }

    void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(
                    Role.LIAISON_OFFICER,
                    Role.POLICY_ADMINISTRATOR,
                    Role.CRISIS_AUTHORITY,
                    Role.AUDITOR,
                    Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
    }
}
