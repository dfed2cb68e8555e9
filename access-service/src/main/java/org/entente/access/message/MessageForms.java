package org.entente.access.message;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.message.CoordinationResource.Check;
import org.entente.access.message.CoordinationResource.Reason;
import org.entente.access.message.CoordinationResource.Submission;
import org.entente.access.message.Message.About;
import org.entente.access.message.MessageResource.Draft;
import org.entente.access.version.Contested;
import org.entente.page.Entered;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do with messages; each form does what the interface does, and leads back to the message. */
@Path(MessagePages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class MessageForms {
    private static final Boolean[] POSITIONS = {true, false};

    private final MessageResource messages;
    private final CoordinationResource coordination;
    private final Contested contested;

    MessageForms(MessageResource messages, CoordinationResource coordination, Contested contested) {
        this.messages = messages;
        this.coordination = coordination;
        this.contested = contested;
    }

    /** The words of a message. */
    record Worded(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String partner,
            @RestForm @Nullable String about,
            @RestForm @Nullable String reference,
            @RestForm @Nullable String title,
            @RestForm @Nullable String text,
            @RestForm @Nullable String planned) {
        Draft draft() {
            return new Draft(
                    Entered.text(partner),
                    Entered.one(
                            "/about", about, About.values(), each -> each.name().toLowerCase(Locale.ROOT)),
                    Entered.text(reference),
                    Entered.text(title),
                    Entered.text(text),
                    Entered.instant("/planned", planned));
        }
    }

    /** What an agency says. */
    record Said(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String agency,
            @RestForm @Nullable String position,
            @RestForm @Nullable String reason) {
        Check check() {
            Boolean agrees = Entered.one("/agrees", position, POSITIONS, each -> each ? "agrees" : "objects");
            return new Check(Entered.text(agency), agrees, Entered.text(reason));
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> draft(@BeanParam Worded form) {
        return messages.draft(form.draft())
                .map(done -> seeOther(done.getLocation().getPath().replaceFirst("^/access/", "/access/pages/")));
    }

    @POST
    @Path("/{id}/revision")
    @Operation(hidden = true)
    public Uni<Response> revise(UUID id, @BeanParam Worded form) {
        contested.seen(form.tag());
        return messages.revise(id, form.draft()).map(done -> back(id));
    }

    @POST
    @Path("/{id}/coordination")
    @Operation(hidden = true)
    public Uni<Response> submit(
            UUID id, @RestForm @Nullable String tag, @RestForm("agency") @Nullable List<String> agencies) {
        contested.seen(tag);
        Submission asked = new Submission(agencies == null ? List.of() : agencies);
        return coordination.submit(id, asked).map(done -> back(id));
    }

    @POST
    @Path("/{id}/checks")
    @Operation(hidden = true)
    public Uni<Response> check(UUID id, @BeanParam Said form) {
        contested.seen(form.tag());
        return coordination.check(id, form.check()).map(done -> back(id));
    }

    @POST
    @Path("/{id}/overruling")
    @Operation(hidden = true)
    public Uni<Response> overrule(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String reason) {
        contested.seen(tag);
        return coordination.overrule(id, new Reason(Entered.text(reason))).map(done -> back(id));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(hidden = true)
    public Uni<Response> approve(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return coordination.approve(id).map(done -> back(id));
    }

    @POST
    @Path("/{id}/sending")
    @Operation(hidden = true)
    public Uni<Response> send(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return coordination.send(id).map(done -> back(id));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(hidden = true)
    public Uni<Response> acknowledge(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return coordination.acknowledge(id).map(done -> back(id));
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(hidden = true)
    public Uni<Response> discard(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return coordination.discard(id).map(done -> seeOther(MessagePages.PATH));
    }

    private static Response back(UUID id) {
        return seeOther(MessagePages.PATH + "/" + id);
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
