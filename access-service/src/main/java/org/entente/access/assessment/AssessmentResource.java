package org.entente.access.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/**
 * Risk assessments. A new one defers the lapse of the last of its kind; what has begun to weigh, by a lapse or by a bad
 * outcome, only two persons take away.
 */
@Path("/access/partners/{code}/assessments")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_FINDING = 5_000;
    private static final int MOST_FINDINGS = 100;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Epoch epoch;
    private final Postures postures;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    AssessmentResource(
            Caller caller, Epoch epoch, Postures postures, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.caller = caller;
        this.epoch = epoch;
        this.postures = postures;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** The outcome, and until when it is valid. */
    @Schema(examples = """
        {"kind": "supply-chain", "level": "moderate", "findings": ["Two vendors without an audit."],
         "assessor": "National Cyber Agency", "validUntil": "2027-03-31T00:00:00Z"}\
        """)
    public record Outcome(
            Assessment.@Nullable Kind kind,
            Assessment.@Nullable Level level,
            @Nullable List<String> findings,
            @Nullable String assessor,
            @Nullable Instant validUntil) {}

    @POST
    @Operation(
            summary = "Enters a risk assessment; the posture falls if it came out badly, and when it lapses",
            description =
                    "high: watch; critical: contained; lapsed: watch, by the clock alone (GET /access/posture-rules).")
    public Uni<Response> enter(String code, Outcome outcome) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        Assessment assessment = checked(code, Vocabulary.present(outcome, ""));
        String actor = caller.actor();
        return idempotency
                .once(
                        List.of(code, outcome),
                        () -> Partner.locked(code).chain(Epoch::now).chain(now -> {
                            if (!assessment.validUntil.isAfter(now)) {
                                throw Problem.badRequest("/validUntil", "has passed");
                            }
                            assessment.enteredAt = now;
                            return keep(assessment, actor);
                        }))
                .call(epoch::settled);
    }

    private Uni<Created> keep(Assessment assessment, String actor) {
        Event assessed =
                Event.of(EventTypes.PARTNER_ASSESSED, assessment.partner, null, actor, json.valueToTree(assessment));
        return assessment
                .persist()
                .chain(() -> postures.replace(
                        Cause.Kind.LAPSE,
                        reference(assessment),
                        assessment.partner,
                        assessment.enteredBy,
                        "A newer assessment, " + assessment.id + "."))
                .chain(() -> postures.fall(lapse(assessment, actor)))
                .chain(() -> weigh(assessment, actor))
                .chain(() -> outbox.append(assessed))
                .replaceWith(() -> new Created(
                        "/access/partners/" + assessment.partner + "/assessments/" + assessment.id, assessment));
    }

    /** What will weigh from the last day on, whatever happens until then. */
    private static Fall lapse(Assessment assessment, String actor) {
        return new Fall(
                assessment.partner,
                Cause.Kind.LAPSE,
                reference(assessment) + assessment.id,
                Posture.WATCH,
                "The " + name(assessment) + " assessment of " + assessment.enteredAt + " is no longer valid.",
                actor,
                assessment.validUntil,
                null);
    }

    private Uni<Void> weigh(Assessment assessment, String actor) {
        return assessment
                .level
                .posture()
                .map(posture -> postures.fall(Fall.now(
                        assessment.partner,
                        Cause.Kind.ASSESSMENT,
                        assessment.id.toString(),
                        posture,
                        "The " + name(assessment) + " assessment came out badly.",
                        actor)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @GET
    @Operation(summary = "The assessments of a partner, newest first; for the home side")
    public Uni<List<Assessment>> list(String code) {
        caller.requireHome(
                Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.ORIGINATOR);
        return Panache.withSession(() -> Partner.found(code)
                .chain(() -> Assessment.<Assessment>find("partner = ?1 order by enteredAt desc, id", code)
                        .page(0, LARGEST_PAGE)
                        .list()));
    }

    private Assessment checked(String code, Outcome outcome) {
        List<String> findings = Objects.requireNonNullElse(outcome.findings(), List.of());
        if (findings.size() > MOST_FINDINGS) {
            throw Problem.badRequest("/findings", "must have at most " + MOST_FINDINGS + " entries");
        }
        for (int index = 0; index < findings.size(); index++) {
            Vocabulary.text(findings.get(index), "/findings/" + index, LONGEST_FINDING);
        }
        Assessment assessment = new Assessment(code);
        assessment.kind = Vocabulary.present(outcome.kind(), "/kind");
        assessment.level = Vocabulary.present(outcome.level(), "/level");
        assessment.findings = Document.write(findings);
        assessment.assessor = Vocabulary.text(outcome.assessor(), "/assessor", LONGEST_TEXT);
        assessment.validUntil = Vocabulary.present(outcome.validUntil(), "/validUntil");
        assessment.enteredBy = caller.name();
        return assessment;
    }

    private static String reference(Assessment assessment) {
        return name(assessment) + ":";
    }

    private static String name(Assessment assessment) {
        return switch (assessment.kind) {
            case THIRD_PARTY -> "third-party";
            case SUPPLY_CHAIN -> "supply-chain";
        };
    }
}
