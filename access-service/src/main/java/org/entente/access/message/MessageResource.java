package org.entente.access.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.message.Message.About;
import org.entente.access.message.Message.Person;
import org.entente.access.message.Message.Words;
import org.entente.access.partner.Partner;
import org.entente.access.routing.Routing;
import org.entente.access.routing.RoutingRules.Agency;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Drafting messages to partners, and reading them: partners what was sent to them, the home side all. */
@Path("/access/messages")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REFERENCE = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Corresponding corresponding;
    private final Outbox outbox;
    private final Idempotency idempotency;

    MessageResource(Caller caller, Corresponding corresponding, Outbox outbox, Idempotency idempotency) {
        this.caller = caller;
        this.corresponding = corresponding;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** A message as it is stated. */
    @Schema(examples = """
                {"partner": "XBB", "about": "changed", "reference": "/access/grants/5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11",
                 "title": "Less is shared from March on", "text": "The exercise is over, and with it the need for more."}""")
    public record Draft(
            @Nullable String partner,
            @Nullable About about,
            @Nullable String reference,
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant planned) {
        private Words words() {
            return new Words(
                    Vocabulary.present(about, "/about"),
                    reference == null ? null : Vocabulary.text(reference, "/reference", LONGEST_REFERENCE),
                    Vocabulary.text(title, "/title", LONGEST_TITLE),
                    Vocabulary.text(text, "/text", LONGEST_TEXT));
        }
    }

    /** Messages in the order of their identifiers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<MessageView> messages, @Nullable String next) {}

    @POST
    @Operation(summary = "Drafts a message to a partner: why something is shared, changed or refused")
    public Uni<Response> draft(Draft draft) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Draft stated = Vocabulary.present(draft, "");
        Words words = stated.words();
        String partner = Vocabulary.present(stated.partner(), "/partner");
        Person drafter = new Person(caller.subject(), caller.name());
        String actor = caller.actor();
        return idempotency.once(stated, () -> Partner.findById(partner)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.badRequest("/partner", "is not a registered partner"))
                .chain(Routing::now)
                .chain(now -> {
                    String agency = now.rules()
                            .flatMap(rules -> rules.agencyOf(drafter.name()))
                            .map(Agency::code)
                            .orElse(null);
                    PartnerMessage stored =
                            PartnerMessage.of(partner, Message.drafted(words, stated.planned(), drafter, agency));
                    return stored.persist()
                            .chain(() -> outbox.append(corresponding.event(EventTypes.MESSAGE_DRAFTED, stored, actor)))
                            .replaceWith(new Created("/access/messages/" + stored.id, MessageView.of(stored, true)));
                }));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Words a message anew, by its drafter; whoever agreed is asked again")
    public Uni<Response> revise(UUID id, Draft draft) {
        Draft stated = Vocabulary.present(draft, "");
        Words words = stated.words();
        return corresponding.move(id, Move.REVISE, EventTypes.MESSAGE_DRAFTED, step -> step.message()
                .revised(step.state(), words, stated.planned()));
    }

    @GET
    @Operation(summary = "Messages: all for the home side, what was sent to it for a partner")
    public Uni<Page> list(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("cursor") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        boolean isHome = caller.isHome();
        String of = isHome ? partner : caller.nation();
        return Panache.withSession(
                        () -> after(cursor, of, isHome).page(0, limit + 1).list())
                .map(found -> new Page(
                        found.stream()
                                .limit(limit)
                                .map(message -> MessageView.of(message, isHome))
                                .toList(),
                        found.size() > limit ? found.get(limit - 1).id.toString() : null));
    }

    private static PanacheQuery<PartnerMessage> after(UUID cursor, @Nullable String partner, boolean isHome) {
        if (partner == null) {
            return PartnerMessage.find("id > ?1 order by id", cursor);
        }
        return isHome
                ? PartnerMessage.find("id > ?1 and partner = ?2 order by id", cursor, partner)
                : PartnerMessage.find(
                        "id > ?1 and partner = ?2 and state in ?3 order by id",
                        cursor,
                        partner,
                        Set.of(State.SENT, State.ACKNOWLEDGED));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A message; for a partner once it was sent to it")
    public Uni<Response> get(UUID id) {
        requireReader();
        boolean isHome = caller.isHome();
        String nation = caller.nation();
        return Panache.withSession(() -> Corresponding.found(id)).map(stored -> {
            if (!isHome && !(stored.partner.equals(nation) && stored.state.isForPartner())) {
                throw Problem.notFound();
            }
            return Contested.tagged(stored.version(), MessageView.of(stored, isHome));
        });
    }

    private void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
    }
}
