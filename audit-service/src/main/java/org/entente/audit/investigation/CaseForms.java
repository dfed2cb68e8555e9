package org.entente.audit.investigation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The forms of a case's page; each does what the JSON resource does for the same caller, and leads back to the page. */
@Path("/audit/pages/investigations")
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CaseForms {

    private static final int MOST_ENTRIES = 500;

    private final CaseWorkResource work;
    private final FindingsResource findings;
    private final RemediesResource remedies;
    private final SendingResource sending;
    private final StatementResource statements;

    CaseForms(
            CaseWorkResource work,
            FindingsResource findings,
            RemediesResource remedies,
            SendingResource sending,
            StatementResource statements) {
        this.work = work;
        this.findings = findings;
        this.remedies = remedies;
        this.sending = sending;
        this.statements = statements;
    }

    @POST
    @Path("{id}/assignment")
    @Operation(hidden = true)
    public Uni<Response> assign(
            @RestPath UUID id,
            @RestForm @Nullable String version,
            @RestForm @Nullable String assignee,
            @RestForm @Nullable String name,
            @RestForm @Nullable String due) {
        return back(id, work.assign(id, tag(version), new CaseWorkResource.Assignment(assignee, name, time(due))));
    }

    @POST
    @Path("{id}/notes")
    @Operation(hidden = true)
    public Uni<Response> note(@RestPath UUID id, @RestForm @Nullable String text) {
        return back(id, work.note(id, new CaseWorkResource.Note(text)));
    }

    @POST
    @Path("{id}/evidence")
    @Operation(hidden = true)
    public Uni<Response> freeze(
            @RestPath UUID id, @RestForm @Nullable String entries, @RestForm @Nullable String reason) {
        return back(id, work.freeze(id, new CaseWorkResource.Exhibits(indexes(entries), null, reason)));
    }

    @POST
    @Path("{id}/dismissal")
    @Operation(hidden = true)
    public Uni<Response> proposeDismissal(
            @RestPath UUID id, @RestForm @Nullable String version, @RestForm @Nullable String reason) {
        return back(id, findings.proposeDismissal(id, tag(version), new FindingsResource.Reason(reason)));
    }

    @POST
    @Path("{id}/dismissal/confirmation")
    @Operation(hidden = true)
    public Uni<Response> confirmDismissal(@RestPath UUID id, @RestForm @Nullable String version) {
        return back(id, findings.confirmDismissal(id, tag(version)));
    }

    @POST
    @Path("{id}/breach")
    @Operation(hidden = true)
    public Uni<Response> proposeBreach(
            @RestPath UUID id,
            @RestForm @Nullable String version,
            @RestForm @Nullable String severity,
            @RestForm @Nullable String agreement,
            @RestForm @Nullable String reason) {
        Severity stated = Arrays.stream(Severity.values())
                .filter(one -> one.wireName().equals(severity))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("severity", "is neither minor nor serious nor grave"));
        String broken = agreement == null || agreement.isBlank() ? null : agreement;
        return back(
                id,
                findings.proposeBreach(
                        id, tag(version), new FindingsResource.Breach(stated, broken, reason, List.of(), null)));
    }

    @POST
    @Path("{id}/breach/confirmation")
    @Operation(hidden = true)
    public Uni<Response> confirmBreach(@RestPath UUID id, @RestForm @Nullable String version) {
        return back(id, findings.confirmBreach(id, tag(version)));
    }

    @POST
    @Path("{id}/recall")
    @Operation(hidden = true)
    public Uni<Response> recall(
            @RestPath UUID id, @RestForm @Nullable String version, @RestForm @Nullable String reason) {
        return back(id, findings.recall(id, tag(version), new FindingsResource.Reason(reason)));
    }

    @POST
    @Path("{id}/closing")
    @Operation(hidden = true)
    public Uni<Response> close(
            @RestPath UUID id, @RestForm @Nullable String version, @RestForm @Nullable String reason) {
        return back(id, findings.close(id, tag(version), new FindingsResource.Reason(reason)));
    }

    @POST
    @Path("{id}/remedies")
    @Operation(hidden = true)
    public Uni<Response> plan(
            @RestPath UUID id,
            @RestForm @Nullable String what,
            @RestForm @Nullable String owner,
            @RestForm @Nullable String due) {
        return back(id, remedies.plan(id, new RemediesResource.Planned(what, owner, time(due))));
    }

    @POST
    @Path("{id}/remedies/{remedy}/completion")
    @Operation(hidden = true)
    public Uni<Response> complete(@RestPath UUID id, @RestPath UUID remedy, @RestForm @Nullable String outcome) {
        return back(id, remedies.complete(id, remedy, new RemediesResource.Completed(outcome)));
    }

    @POST
    @Path("{id}/notifications/{notification}/sending")
    @Operation(hidden = true)
    public Uni<Response> send(@RestPath UUID id, @RestPath UUID notification, @RestForm @Nullable String text) {
        return back(id, sending.send(id, notification, new SendingResource.Message(text)));
    }

    @POST
    @Path("{id}/statement")
    @Operation(hidden = true)
    public Uni<Response> draft(@RestPath UUID id, @RestForm @Nullable String text) {
        return back(id, statements.draft(id, new StatementResource.Draft(text)));
    }

    @POST
    @Path("{id}/statement/publication")
    @Operation(hidden = true)
    public Uni<Response> publish(@RestPath UUID id, @RestForm @Nullable String version) {
        return back(id, statements.publish(id, tag(version)));
    }

    private static Uni<Response> back(UUID id, Uni<Response> done) {
        return done.map(ignored -> Response.seeOther(URI.create("/audit/pages/investigations/" + id))
                .build());
    }

    private static @Nullable String tag(@Nullable String version) {
        return version == null ? null : "\"" + version + "\"";
    }

    /** As a browser's field for a time writes it; UTC. */
    private static @Nullable Instant time(@Nullable String local) {
        try {
            return local == null || local.isBlank()
                    ? null
                    : LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            throw Problem.badRequest("due", "is not a date and time");
        }
    }

    private static List<Long> indexes(@Nullable String entries) {
        String text = entries == null ? "" : entries.strip();
        if (!text.matches("[0-9]{1,18}([ ,]+[0-9]{1,18}){0," + (MOST_ENTRIES - 1) + "}")) {
            throw Problem.badRequest("entries", "is not a list of up to " + MOST_ENTRIES + " indexes");
        }
        return Arrays.stream(text.split("[ ,]+")).map(Long::valueOf).toList();
    }
}
