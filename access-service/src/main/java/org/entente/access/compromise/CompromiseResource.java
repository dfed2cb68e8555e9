package org.entente.access.compromise;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.partner.Posture;
import org.entente.access.posture.Cause;
import org.entente.access.posture.Fall;
import org.entente.access.posture.Postures;
import org.entente.access.vocabulary.Document;
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

/** Reports of compromise, in one call: protected first, asked later. */
@Path("/access/partners/{code}/compromise-reports")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CompromiseResource {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_PERSONS = 1_000;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Epoch epoch;
    private final Postures postures;
    private final Exposure exposure;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    CompromiseResource(
            Caller caller,
            Epoch epoch,
            Postures postures,
            Exposure exposure,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.epoch = epoch;
        this.postures = postures;
        this.exposure = exposure;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * What is known at once; all of it may be left out.
     *
     * @param since from when on; absent for from the beginning
     * @param description for those who look into it
     * @param posture {@code contained} (unless said otherwise) or {@code suspended}
     * @param persons whose accounts are concerned; absent for all
     */
    @Schema(examples = """
        {"since": "2026-11-20T06:00:00Z", "description": "An administrator's laptop was taken over.",
         "posture": "suspended"}\
        """)
    public record Report(
            @Nullable Instant since,
            @Nullable String description,
            @Nullable Posture posture,
            @Nullable List<String> persons) {}

    /** A report, and what holds since. */
    public record Reported(CompromiseReport report, String exposure) {
        static Reported of(CompromiseReport report) {
            return new Reported(report, location(report) + "/exposure");
        }
    }

    @POST
    @Operation(
            summary = "Reports that the partner was compromised; its access is narrow before the answer",
            description =
                    "By an officer of the partner, or a liaison officer of the home side for it. Posture contained, or"
                            + " suspended if asked for; what it had seen is listed under exposure.")
    public Uni<Response> report(String code, @Nullable Report stated) {
        requireReporterOf(code);
        CompromiseReport report = checked(code, stated == null ? new Report(null, null, null, null) : stated);
        String actor = caller.actor();
        Object request = List.of(code, String.valueOf(stated));
        return idempotency
                .once(request, () -> Partner.locked(code).chain(Epoch::now).chain(now -> {
                    report.reportedAt = now;
                    if (report.since.isAfter(now)) {
                        throw Problem.badRequest("/since", "has not come yet");
                    }
                    return keep(report, actor);
                }))
                .call(epoch::settled);
    }

    private Uni<Created> keep(CompromiseReport report, String actor) {
        Event reported = Event.of(
                EventTypes.COMPROMISE_REPORTED, report.id.toString(), report.partner, actor, json.valueToTree(report));
        Fall fall = Fall.now(
                report.partner,
                Cause.Kind.COMPROMISE,
                report.id.toString(),
                report.posture,
                "Compromise reported: " + report.description,
                actor);
        return report.persist()
                .chain(() -> postures.fall(fall))
                .chain(() -> outbox.append(reported))
                .replaceWith(() -> new Created(location(report), Reported.of(report)));
    }

    @GET
    @Operation(summary = "The reports of a partner, newest first; for the home side and the partner")
    public Uni<List<Reported>> list(String code) {
        requireReaderOf(code);
        return Panache.withSession(
                        () -> CompromiseReport.<CompromiseReport>find("partner = ?1 order by reportedAt desc, id", code)
                                .page(0, LARGEST_PAGE)
                                .list())
                .map(reports -> reports.stream().map(Reported::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A report; for the home side and the partner")
    public Uni<Reported> get(String code, UUID id) {
        requireReaderOf(code);
        return Panache.withSession(() -> found(code, id)).map(Reported::of);
    }

    @GET
    @Path("/{id}/exposure")
    @Operation(
            summary = "What the partner had seen since: from the records of decisions, asset by asset",
            description =
                    "Each with how many portions and by whom, first and last; page by page. Lists and searches it was"
                            + " shown are summed up. For the home side and the partner.")
    public Uni<Exposure.Page> exposure(
            String code,
            UUID id,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReaderOf(code);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        return Panache.withSession(() -> found(code, id)).chain(report -> exposure.of(report, cursor, limit));
    }

    private static Uni<CompromiseReport> found(String code, UUID id) {
        return CompromiseReport.<CompromiseReport>findById(id).map(report -> {
            if (report == null || !report.partner.equals(code)) {
                throw Problem.notFound();
            }
            return report;
        });
    }

    private CompromiseReport checked(String code, Report stated) {
        Posture posture = Objects.requireNonNullElse(stated.posture(), Posture.CONTAINED);
        if (!posture.isStricterThan(Posture.WATCH)) {
            throw Problem.badRequest("/posture", "must be contained or suspended");
        }
        List<String> persons = Objects.requireNonNullElse(stated.persons(), List.of());
        if (persons.size() > MOST_PERSONS) {
            throw Problem.badRequest("/persons", "must have at most " + MOST_PERSONS + " entries");
        }
        for (int index = 0; index < persons.size(); index++) {
            Vocabulary.text(persons.get(index), "/persons/" + index, LONGEST_NAME);
        }
        CompromiseReport report = new CompromiseReport(code);
        report.since = Objects.requireNonNullElse(stated.since(), Instant.EPOCH);
        report.description = stated.description() == null
                ? "Not described."
                : Vocabulary.text(stated.description(), "/description", LONGEST_TEXT);
        report.posture = posture;
        report.persons = Document.write(persons);
        report.reportedBy = caller.subject();
        report.reporter = caller.name();
        return report;
    }

    /** Whoever else asks learns nothing about who is a partner. */
    private void requireReporterOf(String code) {
        if (!caller.isHome() && !caller.nation().equals(code)) {
            throw Problem.notFound();
        }
        if (!caller.has(Role.LIAISON_OFFICER)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    private void requireReaderOf(String code) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY, Role.AUDITOR);
        } else {
            requireReporterOf(code);
        }
    }

    private static String location(CompromiseReport report) {
        return "/access/partners/" + report.partner + "/compromise-reports/" + report.id;
    }
}
