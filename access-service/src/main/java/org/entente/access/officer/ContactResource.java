package org.entente.access.officer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** How to reach a partner; kept by the home side, and by the partner for itself. */
@Path("/access/partners/{code}/contacts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    private static final int LONGEST_TEXT = 200;

    private final Caller caller;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    ContactResource(Caller caller, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.caller = caller;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** For what, whom, and how. */
    @Schema(examples = """
        {"purpose": "incidents, around the clock", "name": "Duty officer", "channel": "telephone",
         "address": "+00 555 0100"}\
        """)
    public record Entry(
            @Nullable String purpose,
            @Nullable String name,
            @Nullable String channel,
            @Nullable String address) {}

    @RegisterForReflection
    private record Told(String what, Contact contact) {}

    @POST
    @Operation(summary = "Enters a contact")
    public Uni<Response> enter(String code, Entry entry) {
        requireKeeperOf(code);
        Entry stated = Vocabulary.present(entry, "");
        Contact contact = new Contact(code);
        contact.purpose = Vocabulary.text(stated.purpose(), "/purpose", LONGEST_TEXT);
        contact.name = Vocabulary.text(stated.name(), "/name", LONGEST_TEXT);
        contact.channel = Vocabulary.text(stated.channel(), "/channel", LONGEST_TEXT);
        contact.address = Vocabulary.text(stated.address(), "/address", LONGEST_TEXT);
        contact.enteredBy = caller.name();
        String actor = caller.actor();
        return idempotency.once(
                List.of(code, stated),
                () -> Partner.found(code).chain(Epoch::now).chain(now -> {
                    contact.enteredAt = now;
                    return contact.persist()
                            .chain(() -> outbox.append(event("contact entered", contact, actor)))
                            .replaceWith(
                                    () -> new Created("/access/partners/" + code + "/contacts/" + contact.id, contact));
                }));
    }

    @GET
    @Operation(summary = "The contacts of a partner; for the home side and the partner")
    public Uni<List<Contact>> list(String code) {
        PartnerFile.requireReader(caller, code);
        return Panache.withSession(() -> Partner.found(code)
                .chain(() -> Contact.list("partner = ?1 and removedAt is null order by purpose, name, id", code)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a contact")
    public Uni<Void> remove(String code, UUID id) {
        requireKeeperOf(code);
        String by = caller.name();
        String actor = caller.actor();
        return Epoch.change(() -> Partner.locked(code)
                .chain(() -> Contact.<Contact>findById(id))
                .chain(contact -> {
                    if (contact == null || !contact.partner.equals(code) || contact.removedAt != null) {
                        throw Problem.notFound();
                    }
                    return Epoch.now()
                            .invoke(now -> {
                                contact.removedAt = now;
                                contact.removedBy = by;
                            })
                            .chain(() -> outbox.append(event("contact removed", contact, actor)));
                }));
    }

    private void requireKeeperOf(String code) {
        if (!caller.isHome() && !caller.nation().equals(code)) {
            throw Problem.notFound();
        }
        if (!caller.has(Role.LIAISON_OFFICER)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    private Event event(String what, Contact contact, String actor) {
        return Event.of(
                EventTypes.PARTNER_FILE_CHANGED,
                contact.partner,
                contact.partner,
                actor,
                json.valueToTree(new Told(what, contact)));
    }
}
