package org.entente.catalog.asset;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Registers assets. */
@Path("/catalog/assets")
@Authenticated
@Tag(name = "Assets")
class AssetsResource {
    private static final String EXAMPLE = """
            {"title": "Intrusion into a water utility",
             "defaultLabel": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
                              "categories": ["situational-awareness"]},
             "labelsByType": {"malware": {"policy": "ALLIANCE", "classification": "SECRET", "releasableTo": ["XBB"],
                                          "categories": ["shared-analysis"]}},
             "bundle": {"type": "bundle", "id": "bundle--3e1a0c3e-6a0e-4d0e-9b1c-0d8f6f1f7a10", "objects": [
               {"type": "ipv4-addr", "spec_version": "2.1",
                "id": "ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e", "value": "192.0.2.10"}]}}""";

    static final String DOCUMENT = """
            {"title": "Sluice: an assessment",
             "defaultLabel": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
                              "categories": ["situational-awareness"]},
             "document": {"markdown": "(U) # Sluice\\n\\n(S//REL XAA,XBB) The intruder came by the pumps.\\n\\n(TS//ORION//NF) It was seen from inside."}}""";

    private final Intake intake;
    private final Room room;
    private final NewAssets assets;
    private final Origins origins;
    private final Idempotency idempotency;
    private final Caller caller;
    private final MeterRegistry metrics;

    AssetsResource(
            Intake intake,
            Room room,
            NewAssets assets,
            Origins origins,
            Idempotency idempotency,
            Caller caller,
            MeterRegistry metrics) {
        this.intake = intake;
        this.room = room;
        this.assets = assets;
        this.origins = origins;
        this.idempotency = idempotency;
        this.caller = caller;
        this.metrics = metrics;
    }

    /** The body is read as bytes: a bundle of several megabytes is parsed away from the event loop. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a STIX 2.1 bundle, or a document",
            description = "Each object, or each marked block of text, becomes a portion with its label.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Registration.class),
                            examples = {
                                @ExampleObject(name = "one address", value = EXAMPLE),
                                @ExampleObject(name = "a document", value = DOCUMENT)
                            }))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredAsset.class)))
    @APIResponse(responseCode = "400", description = "The field is named; nothing was stored.")
    @APIResponse(responseCode = "413", description = "Too large; nothing was stored.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another request.")
    @APIResponse(responseCode = "503", description = "Too much is being taken in at a time; nothing was stored.")
    public Uni<Response> register(byte[] body) {
        caller.requireHome(Role.ORIGINATOR);
        String nation = caller.nation();
        String actor = caller.actor();
        String subject = caller.subject();
        return room.<Response>with(body, () -> origins.now(nation, actor)
                        .chain(origin -> intake.prepare(body, origin, subject, Optional.empty()))
                        .chain(asset -> idempotency.once(List.of(asset.request()), () -> store(asset))))
                .invoke(() -> metrics.counter("entente.catalog.registrations").increment());
    }

    private Uni<Created> store(SealedAsset asset) {
        return assets.add(asset).replaceWith(new Created("/catalog/assets/" + asset.id(), asset.answer()));
    }
}
