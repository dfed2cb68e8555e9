package org.entente.audit.witness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Problem;
import org.entente.tlog.Cosigner;
import org.entente.tlog.MalformedException;
import org.entente.tlog.WitnessRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A witness for allies' logs (C2SP tlog-witness): open to everyone, since a checkpoint's signature is all that counts. */
@Path("/audit/witness")
@PermitAll
@Tag(name = "Witness", description = "Cosignatures for allies' logs, C2SP tlog-witness")
class WitnessResource {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    // 63 hashes and 64 signatures take 12 KiB.
    private static final int LONGEST = 64 << 10;

    private final WitnessedLogs logs;
    private final Watch watch;

    WitnessResource(WitnessedLogs logs, Watch watch) {
        this.logs = logs;
        this.watch = watch;
    }

    @POST
    @Path("add-checkpoint")
    @Consumes(MediaType.WILDCARD)
    @Produces(TEXT)
    @Operation(
            summary = "Asks for a cosignature over a checkpoint that has only grown",
            description = "The checkpoint is stored before the answer; of two requests at once one is cosigned.")
    @RequestBody(
            content = @Content(mediaType = TEXT, examples = @ExampleObject(name = "two entries more", value = """
                                                    old 20852161
                                                    PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=

                                                    xbb.example/audit/log
                                                    20852163
                                                    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                                                    — xbb.example/audit/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                                                    """)))
    @APIResponse(responseCode = "200", description = "The line of our cosignature (C2SP tlog-cosignature, Ed25519)")
    @APIResponse(
            responseCode = "400",
            description = "The request is not of the format, or its old size is above its new one")
    @APIResponse(responseCode = "403", description = "The checkpoint is not signed by a key that we trust for its log")
    @APIResponse(responseCode = "404", description = "This log is not watched")
    @APIResponse(
            responseCode = "409",
            description = "Another size was cosigned last; the body is that size",
            content = @Content(mediaType = SIZE))
    @APIResponse(responseCode = "422", description = "The tree did not grow out of the one that was cosigned last")
    public Uni<Response> add(@Nullable String body) {
        Cosigner cosigner = watch.cosigner().orElseThrow(Problem::notFound);
        return logs.judge(parse(body), cosigner).map(WitnessResource::response);
    }

    private static WitnessRequest parse(@Nullable String body) {
        if (body == null || body.length() > LONGEST) {
            throw Problem.badRequest("", "A request has between 1 and " + LONGEST + " characters.");
        }
        try {
            return WitnessRequest.parse(body);
        } catch (MalformedException e) {
            throw Problem.badRequest("", "This is no request of tlog-witness: " + e.getMessage() + ".");
        }
    }

    private static Response response(WitnessedLogs.Judged judged) {
        Answer answer = judged.answer();
        if (judged.signature() != null) {
            return Response.ok(judged.signature().line(), TEXT).build();
        }
        if (answer instanceof Answer.OtherSize other) {
            // As bytes: to text a character set would be added.
            byte[] size = (other.size() + "\n").getBytes(StandardCharsets.US_ASCII);
            return Response.status(409).type(SIZE).entity(size).build();
        }
        throw problem(answer);
    }

    private static Problem problem(Answer answer) {
        if (answer instanceof Answer.UnknownLog) {
            return Problem.notFound();
        }
        if (answer instanceof Answer.NotSigned) {
            return Problem.forbidden("The checkpoint is not signed by a key that is trusted for this log.");
        }
        if (answer instanceof Answer.Nonsense nonsense) {
            return Problem.badRequest("", "The request makes no sense: " + nonsense.why() + ".");
        }
        String why = answer instanceof Answer.NotGrown grown
                ? grown.why()
                : "another tree of this size was cosigned before; both are kept as evidence";
        return Problem.unprocessable("", "This is not cosigned: " + why + ".");
    }

    @GET
    @Path("{originHash}/checkpoint")
    @Produces(TEXT)
    @Operation(summary = "The newest checkpoint of a log that we have cosigned, for monitors")
    @APIResponse(responseCode = "200", description = "The checkpoint with the log's signature and our cosignature")
    @APIResponse(responseCode = "404", description = "None of this log was ever cosigned")
    public Uni<String> checkpoint(
            @Parameter(
                            description = "SHA-256 of the log's origin, hexadecimal, lower case",
                            example = "5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456")
                    @RestPath
                    String originHash) {
        return logs.checkpoint(originHash).map(found -> found.orElseThrow(Problem::notFound));
    }

    @GET
    @Path("key")
    @Produces(TEXT)
    @Operation(summary = "The verifier key of this witness, signature type 4 (C2SP tlog-cosignature)")
    @APIResponse(responseCode = "200", description = "name+id+base64")
    @APIResponse(responseCode = "404", description = "This service is no witness")
    public String key() {
        return watch.cosigner().orElseThrow(Problem::notFound).verifierKey() + "\n";
    }
}
