package org.entente.access.agreement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.agreement.AgreementVersion.Kind;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Negotiating: any party lays another version on the table, of what was proposed or of what is in force. */
@Path("/access/agreements/{id}/versions")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NegotiationResource {
    private static final int LONGEST_NOTE = 2000;

    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Table table;
    private final Signing signing;

    NegotiationResource(Vocabulary vocabulary, AgreementActs acts, Table table, Signing signing) {
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.table = table;
        this.signing = signing;
    }

    /** Other terms, and why. */
    @Schema(examples = """
        {"terms": {"partner": "XBB", "title": "Cyber defence 2026", "purposes": ["cyber-defence"],
           "categories": ["situational-awareness"], "ceiling": "SECRET", "actions": ["discover", "view"],
           "maxTier": 1, "from": "2026-11-01T00:00:00Z", "until": "2027-11-01T00:00:00Z"},
         "note": "Tier 1 is what our parliament agreed to."}\
        """)
    public record Version(
            @Nullable Proposal terms, @Nullable String note) {}

    @RegisterForReflection
    private record Laid(int version, String by, @Nullable String note, Terms terms) {}

    @RegisterForReflection
    private record Dropped(int version, String by) {}

    @POST
    @Path("/counter")
    @Operation(
            summary = "Counters what is on the table, by any party; all consents fall, and the party consents by it",
            description = "Of an agreement that is not in force, or of the amendment of one that is.")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> counter(UUID id, Version version) {
        Terms terms = terms(version);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
            requireParties(agreement, terms);
            agreement.counter(terms, acting);
            return laid(agreement, Kind.COUNTER, speaker, version.note(), acting)
                    .replaceWith(() -> acts.events(
                            EventTypes.AGREEMENT_COUNTERED,
                            agreement,
                            speaker.actor(),
                            new Laid(agreement.openVersion(), speaker.party(), version.note(), terms)));
        });
    }

    @POST
    @Path("/amendment")
    @Operation(
            summary = "Proposes an amendment, by any party; the old version stays in force until all have consented to"
                    + " it")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> amend(UUID id, Version version) {
        Terms terms = terms(version);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
            requireParties(agreement, terms);
            agreement.amend(terms, acting);
            return laid(agreement, Kind.AMENDMENT, speaker, version.note(), acting)
                    .replaceWith(() -> acts.events(
                            EventTypes.AMENDMENT_PROPOSED,
                            agreement,
                            speaker.actor(),
                            new Laid(agreement.openVersion(), speaker.party(), version.note(), terms)));
        });
    }

    @POST
    @Path("/amendment/refusal")
    @Operation(summary = "Takes the amendment off the table, by any party alone; the old version stays as it is")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> drop(UUID id) {
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
            Dropped dropped = new Dropped(agreement.openVersion(), speaker.party());
            agreement.drop(acting);
            return Uni.createFrom()
                    .item(acts.events(EventTypes.AMENDMENT_DROPPED, agreement, speaker.actor(), dropped));
        });
    }

    private Uni<Void> laid(Agreement agreement, Kind kind, Speaker speaker, @Nullable String note, Acting acting) {
        return signing.requireBinding(speaker, acting.now())
                .chain(() -> table.lay(agreement, kind, speaker, note, acting));
    }

    private Terms terms(@Nullable Version version) {
        Version stated = Vocabulary.present(version, "");
        if (stated.note() != null) {
            Vocabulary.text(stated.note(), "/note", LONGEST_NOTE);
        }
        try {
            return Vocabulary.present(stated.terms(), "").checked(vocabulary);
        } catch (Problem problem) {
            throw problem.beneath("/terms");
        }
    }

    private static void requireParties(Agreement agreement, Terms terms) {
        if (!Set.copyOf(terms.partners()).equals(Set.copyOf(agreement.partners()))) {
            throw Problem.unprocessable(
                    "/terms/parties", "are not those of the agreement; others make another agreement");
        }
    }
}
