package org.entente.access.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
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

/** Attesting training, and taking that back. Who attested something sees it, and of the home side the auditor. */
@Path("/access/attestations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AttestationResource {
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LIST = 500;
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final Sheets sheets;
    private final TrainingSettings training;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    AttestationResource(
            Caller caller,
            Sheets sheets,
            TrainingSettings training,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.sheets = sheets;
        this.training = training;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * What is revoked.
     *
     * @param persons of the sheet; absent for all of them
     */
    @Schema(examples = "{\"persons\": [\"a3f1c2d4-58e6-4c0b-9a57-3d2e1f0a9b88\"], \"reason\": \"Did not attend.\"}")
    public record Revoking(@Nullable List<String> persons, @Nullable String reason) {}

    /** A page of the sheets of an authority, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<UUID> sheets, @Nullable String next) {}

    @RegisterForReflection
    private record Revoked(UUID sheet, int persons, List<String> named, String reason) {}

    @POST
    @Operation(
            summary = "Attests that persons attended a course",
            description = "By a login that a recognised authority has named, for persons of its own partner; up to 500.")
    public Uni<Response> attest(Attesting attesting) {
        Attesting stated = Vocabulary.present(attesting, "");
        UUID authority = Vocabulary.present(stated.authority(), "/authority");
        String person = caller.subject();
        String nation = caller.nation();
        String actor = caller.actor();
        return idempotency.once(stated, () -> StoreClock.now().chain(now -> Authority.<Authority>findById(authority)
                .chain(found -> {
                    if (found == null || !found.isServedBy(person, nation)) {
                        throw Problem.badRequest("/authority", "is not an authority that you attest for");
                    }
                    if (!found.isRecognised(now)) {
                        throw Problem.unprocessable("/authority", "is not recognised now");
                    }
                    return written(stated.checked(found, training, now), actor);
                })));
    }

    private Uni<Created> written(Sheet sheet, String actor) {
        return Sheets.write(sheet, actor)
                .chain(epoch::advance)
                .chain(() -> outbox.append(Issued.of(sheet, actor, json)))
                .replaceWith(new Created("/access/attestations/" + sheet.id(), sheet));
    }

    @GET
    @Operation(summary = "The attestations of an authority, for those who attest for it")
    public Uni<Page> list(
            @QueryParam("authority") @Nullable String stated,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        UUID authority = identifier(stated);
        UUID after = Vocabulary.cursor(cursor);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        String person = caller.subject();
        String nation = caller.nation();
        return Panache.withSession(() -> isServed(authority, person, nation))
                .chain(isServed -> {
                    if (!isServed) {
                        throw Problem.notFound();
                    }
                    return sheets.of(authority, after, limit + 1);
                })
                .map(found -> {
                    List<UUID> page = found.stream().limit(limit).toList();
                    boolean isMore = found.size() > limit;
                    return new Page(page, isMore ? page.get(limit - 1).toString() : null);
                });
    }

    @GET
    @Path("/{sheet}")
    @Operation(summary = "An attestation, for those who attest for its authority, and the auditor")
    public Uni<Sheet> get(UUID sheet) {
        boolean isAuditor = caller.isHome() && caller.has(Role.AUDITOR);
        String person = caller.subject();
        String nation = caller.nation();
        return sheets.find(sheet)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(found -> isAuditor ? Uni.createFrom().voidItem() : requireServed(found, person, nation));
    }

    @POST
    @Path("/{sheet}/revocation")
    @Operation(
            summary = "Revokes an attestation, of all its persons or of some, effective before the answer",
            description = "By whoever attests for the authority, or by a policy administrator of the home side.")
    public Uni<Sheet> revoke(UUID sheet, Revoking revoking) {
        String reason = Vocabulary.text(Vocabulary.present(revoking, "").reason(), "/reason", LONGEST_REASON);
        List<String> persons = checked(revoking.persons());
        boolean isAdministrator = caller.isHome() && caller.has(Role.POLICY_ADMINISTRATOR);
        String person = caller.subject();
        String nation = caller.nation();
        String actor = caller.actor();
        return sheets.find(sheet)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(found -> isAdministrator ? Uni.createFrom().voidItem() : requireServed(found, person, nation))
                .chain(found -> Epoch.change(() -> StoreClock.now()
                        .chain(now -> revoked(found, persons, new Sheets.Revocation(actor, now, reason)))))
                .call(epoch::settled)
                .chain(() -> sheets.find(sheet))
                .map(found -> isAdministrator ? withoutNames(found) : found);
    }

    private static UUID identifier(@Nullable String stated) {
        try {
            return UUID.fromString(Vocabulary.present(stated, "authority"));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Problem.badRequest("authority", "is not an identifier");
        }
    }

    private Uni<Void> revoked(Sheet sheet, List<String> persons, Sheets.Revocation by) {
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

    /** Who was trained is for those who trained them to know, not for the home side's administrators. */
    private static Sheet withoutNames(Sheet sheet) {
        return new Sheet(
                sheet.id(),
                sheet.partner(),
                sheet.course(),
                sheet.authority(),
                sheet.exercise(),
                sheet.from(),
                sheet.until(),
                List.of());
    }

    private static List<String> checked(@Nullable List<String> persons) {
        if (persons == null) {
            return List.of();
        }
        if (persons.isEmpty() || persons.size() > LONGEST_LIST) {
            throw Problem.badRequest("/persons", "must have 1 to " + LONGEST_LIST + " entries");
        }
        return List.copyOf(persons);
    }

    private static Uni<Void> requireServed(Sheet sheet, String person, String nation) {
        UUID authority = sheet.authority();
        return (authority == null
                        ? Uni.createFrom().item(false)
                        : Panache.withSession(() -> isServed(authority, person, nation)))
                .invoke(isServed -> {
                    if (!isServed) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Boolean> isServed(UUID authority, String person, String nation) {
        return Authority.<Authority>findById(authority)
                .map(found -> found != null && found.isServedBy(person, nation));
    }
}
