package org.entente.catalog.marking;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.stanag4774.ConfidentialityLabel;
import org.jspecify.annotations.Nullable;

/** Labels from JSON to the XML of STANAG 4774, and back: what comes in as the one goes out as the other. */
@Path("/catalog/labels/conversions")
@Authenticated
@Tag(name = "Markings")
class ConversionsResource {
    private static final String JSON_EXAMPLE = """
            {"label": {"policy": "ALLIANCE", "classification": "SECRET", "originator": "XAA", "releasableTo": ["XBB"],
                       "categories": ["situational-awareness"]},
             "created": "2026-11-23T10:00:00Z", "review": "2027-11-23T10:00:00Z"}""";
    private static final String XML_EXAMPLE = """
            <originatorConfidentialityLabel xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"
                                            ReviewDateTime="2027-11-23T10:00:00Z">
              <ConfidentialityInformation>
                <PolicyIdentifier>ALLIANCE</PolicyIdentifier>
                <Classification>SECRET</Classification>
                <Category Type="PERMISSIVE" TagName="Releasable To"><GenericValue>XBB</GenericValue></Category>
              </ConfidentialityInformation>
              <CreationDateTime>2026-11-23T10:00:00Z</CreationDateTime>
            </originatorConfidentialityLabel>""";

    private final MarkingPolicyStore store;
    private final Caller caller;

    ConversionsResource(MarkingPolicyStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "Convert a label from JSON to STANAG 4774, or back")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Conversion.class),
                        examples = @ExampleObject(name = "a label", value = JSON_EXAMPLE)),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "a confidentiality label", value = XML_EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "XML for JSON, JSON for XML.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "a confidentiality label", value = XML_EXAMPLE)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Conversion.class),
                        examples = @ExampleObject(name = "a label", value = JSON_EXAMPLE))
            })
    @APIResponse(responseCode = "400", description = "Something unknown or not understood; its place is named.")
    public Uni<String> toXml(@Nullable Conversion conversion) {
        if (conversion == null) {
            throw Problem.badRequest("", "is required");
        }
        Instant now = Instant.now();
        ConfidentialityLabel label = conversion.toWrite(now.truncatedTo(ChronoUnit.SECONDS));
        return store.labels().map(vocabulary -> {
            require(vocabulary, label.label(), now);
            return xml(label);
        });
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true) // described above: a path has one POST only
    public Uni<Conversion> toJson(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, byte[] document) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw Problem.of(415, HttpHeaders.CONTENT_TYPE, "has another charset than utf-8");
        }
        if (document.length > ConfidentialityLabel.largest()) {
            throw Problem.tooLarge("", "is larger than " + ConfidentialityLabel.largest() + " bytes");
        }
        ConfidentialityLabel label = parse(document);
        return store.labels().map(vocabulary -> {
            require(vocabulary, label.label(), Instant.now());
            return Conversion.of(label);
        });
    }

    private static ConfidentialityLabel parse(byte[] document) {
        try {
            return ConfidentialityLabel.parse(document);
        } catch (LabelException fault) {
            throw Refused.because(fault);
        }
    }

    private static String xml(ConfidentialityLabel label) {
        try {
            return label.xml();
        } catch (LabelException fault) {
            throw Refused.because(fault);
        }
    }

    /** What is not known here means nothing here. A label that names no originator is taken for the caller's. */
    private void require(Labels vocabulary, Label label, Instant instant) {
        try {
            vocabulary.normalise(label, caller.nation(), instant);
        } catch (LabelException fault) {
            throw Refused.because(fault.under("/label"));
        }
    }
}
