package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Problem;
import org.entente.tlog.MalformedException;
import org.entente.tlog.Tile;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The log for everyone, without login: C2SP tlog-tiles, and the key to verify it with. */
@Path("/audit/log")
@PermitAll
@Tag(
        name = "Log",
        description = "The transparency log, C2SP tlog-tiles; it shows that acts were recorded, and none of them")
class LogResource {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private final PublishedLog log;
    private final LogIdentity identity;

    LogResource(PublishedLog log, LogIdentity identity) {
        this.log = log;
        this.identity = identity;
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(summary = "The newest signed checkpoint (C2SP tlog-checkpoint)")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = TEXT, examples = @ExampleObject(name = "checkpoint", value = """
                                                    localhost:8443/audit/log
                                                    2
                                                    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                                                    — localhost:8443/audit/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                                                    """)))
    public Uni<RestResponse<String>> checkpoint() {
        return log.checkpoint().map(text -> RestResponse.ResponseBuilder.ok(text)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build());
    }

    @GET
    @Path("key")
    @Produces(TEXT)
    @Operation(summary = "The verifier key of the log (C2SP signed-note)")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = TEXT,
                            examples =
                                    @ExampleObject(
                                            name = "key",
                                            value =
                                                    "localhost:8443/audit/log+8a1f02c4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")))
    public String key() {
        return identity.key() + "\n";
    }

    @GET
    @Path("checkpoint/witnessed")
    @Produces(TEXT)
    @Operation(
            summary = "The newest checkpoint that enough witnesses have cosigned (C2SP tlog-cosignature)",
            description = "Enough is what the quorum of this log's policy says.")
    @APIResponse(responseCode = "200", description = "A checkpoint with the cosignatures")
    @APIResponse(responseCode = "404", description = "There is none, or no witness is asked")
    public Uni<RestResponse<String>> witnessed() {
        return log.witnessed().map(text -> RestResponse.ResponseBuilder.ok(text.orElseThrow(Problem::notFound))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build());
    }

    @GET
    @Path("handovers")
    @Produces(TEXT)
    @Operation(
            summary = "How the key of the log was handed over, oldest first",
            description =
                    "Signed notes with an empty line between; each is signed by the key before and the key after it, and stands in the log. Empty if the key is still the first one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = TEXT, examples = @ExampleObject(name = "one hand-over", value = """
                                                    entente-handover/1
                                                    localhost:8443/audit/log
                                                    20852164
                                                    localhost:8443/audit/log+8a1f02c4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW

                                                    — localhost:8443/audit/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                                                    — localhost:8443/audit/log opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                                                    """)))
    public Uni<String> handovers() {
        return identity.handovers();
    }

    @GET
    @Path("schema")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of an entry")
    @APIResponse(responseCode = "200", description = "JSON Schema, draft 2020-12")
    public RestResponse<String> schema() {
        return RestResponse.ResponseBuilder.ok(EntrySchema.TEXT)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    @GET
    @Path("tile/{address:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A tile of hashes, or a bundle of entries",
            description = "A partial tile is there in every width that the tile has had, also when it is full.")
    @APIResponse(
            responseCode = "200",
            description = "Up to 256 hashes of 32 bytes, or entries behind their uint16 lengths")
    @APIResponse(responseCode = "404", description = "The log is not that large, or this is not a tile's address")
    public Uni<RestResponse<byte[]>> tile(
            @Parameter(
                            description = "L/N, L/N.p/W, entries/N or entries/N.p/W; N in groups of three digits",
                            examples = {
                                @ExampleObject(name = "full", value = "0/x001/x234/067"),
                                @ExampleObject(name = "partial", value = "entries/000.p/17")
                            })
                    @RestPath
                    String address) {
        return log.read(parse("tile/" + address))
                .map(bytes -> RestResponse.ResponseBuilder.ok(bytes.orElseThrow(Problem::notFound))
                        .header(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                        .build());
    }

    private static Tile parse(String path) {
        try {
            return Tile.parse(path);
        } catch (MalformedException e) {
            throw Problem.notFound();
        }
    }
}
