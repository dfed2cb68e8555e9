package org.entente.access.training;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.vocabulary.Vocabulary;
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
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final Sheets sheets;
    private final Revocations revocations;
    private final TrainingSettings training;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    AttestationResource(
            Caller caller,
            Sheets sheets,
            Revocations revocations,
            TrainingSettings training,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.sheets = sheets;
        this.revocations = revocations;
        this.training = training;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** A page of the sheets of an authority, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<UUID> sheets, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Attests that persons attended a course",
            description =
                    "By a login that a recognised authority has named, for persons of its own partner; up to 500.")
    public Uni<Response> attest(Attesting attesting) {
        Attesting stated = Vocabulary.present(attesting, "");
        UUID authority = Vocabulary.present(stated.authority(), "/authority");
        String person = caller.subject();
        String nation = caller.nation();
        String actor = caller.actor();
        return idempotency.once(stated, () -> StoreClock.now()
                .chain(now -> Authority.<Authority>findById(authority).chain(found -> {
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
        return Panache.withSession(() -> Authority.isServed(authority, person, nation))
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
                .call(found ->
                        isAuditor ? Uni.createFrom().voidItem() : Authority.requireServed(found, person, nation));
    }

    @POST
    @Path("/{sheet}/revocation")
    @Operation(
            summary = "Revokes an attestation, of all its persons or of some, effective before the answer",
            description = "By whoever attests for the authority, or by a policy administrator of the home side.")
    public Uni<Sheet> revoke(UUID sheet, Revoking revoking) {
        return revocations.revoke(sheet, Vocabulary.present(revoking, ""));
    }

    private static UUID identifier(@Nullable String stated) {
        try {
            return UUID.fromString(Vocabulary.present(stated, "authority"));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Problem.badRequest("authority", "is not an identifier");
        }
    }
}
