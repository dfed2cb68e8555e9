package org.entente.crisis.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.signal.Incoming;
import org.entente.crisis.signal.SignalReport;
import org.entente.crisis.time.DatabaseTime;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Signals of callers that have no login, but a secret with which they sign what they send. */
@Path("/crisis/webhooks/{caller}")
@PermitAll
@Tag(name = "Signals")
class WebhookResource {
    private static final int SHORTEST_SECRET = 32;
    private static final String SIGNATURE = "Entente-Signature";

    private final ConnectorSettings settings;
    private final Map<String, byte[]> secrets;
    private final Incoming incoming;
    private final DatabaseTime time;
    private final ObjectMapper json;

    WebhookResource(ConnectorSettings settings, Incoming incoming, DatabaseTime time, ObjectMapper json) {
        this.settings = settings;
        this.secrets = secrets(settings.webhook());
        this.incoming = incoming;
        this.time = time;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Report a signal under a signature",
            description = "Entente-Timestamp holds the time of sending in seconds since 1970, Entente-Signature the"
                    + " HMAC-SHA256 of it, a full stop and the body, in hexadecimal. What is more than five minutes off is"
                    + " refused, and what was sent before counts once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignalReport.class)))
    @APIResponse(responseCode = "202", description = "It is kept.")
    @APIResponse(responseCode = "401", description = "Not a caller, not now, or not its signature.")
    public Uni<Response> receive(
            @PathParam("caller") String caller,
            @HeaderParam("Entente-Timestamp") @Nullable String timestamp,
            @HeaderParam(SIGNATURE) @Nullable String signature,
            byte[] body) {
        byte[] secret = secrets.get(caller);
        return Panache.withTransaction(() -> time.now().chain(now -> {
                    // Who is no caller is told the same as one whose signature is wrong.
                    if (secret == null || !WebhookSignature.isGood(secret, timestamp, signature, body, now)) {
                        throw Problem.of(401, SIGNATURE, "There is no such caller, or this is not its signature.");
                    }
                    SignalReport report = read(body);
                    requireAllowed(caller, report);
                    return incoming.webhook(named(report, caller, String.valueOf(signature)));
                }))
                .invoke(incoming::look)
                .map(signal -> Response.accepted().build());
    }

    /** Its source is whoever signed it; and a signature that was seen before is the same signal. */
    private static SignalReport named(SignalReport report, String caller, String signature) {
        return new SignalReport(
                report.indicator(),
                report.value(),
                "webhook " + caller,
                report.confidence(),
                report.severity(),
                report.halfLife(),
                report.partner(),
                report.observedAt(),
                report.reference() == null ? signature : report.reference());
    }

    private void requireAllowed(String caller, SignalReport report) {
        boolean isAllowed = Objects.requireNonNull(settings.webhook().get(caller))
                .indicators()
                .map(allowed -> allowed.contains(report.indicator()))
                .orElse(true);
        if (!isAllowed) {
            throw Problem.unprocessable("/indicator", "is not one that this caller may report");
        }
    }

    private SignalReport read(byte[] body) {
        try {
            return SignalReport.checked(json.readValue(body, SignalReport.class));
        } catch (JsonProcessingException fault) {
            throw Problem.badRequest("", "is no signal: " + fault.getOriginalMessage());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, byte[]> secrets(Map<String, ConnectorSettings.Webhook> callers) {
        Map<String, byte[]> secrets = new HashMap<>();
        callers.forEach((name, caller) -> {
            try {
                byte[] secret = Files.readAllBytes(caller.secretFile());
                if (secret.length < SHORTEST_SECRET) {
                    throw new IllegalStateException("The property entente.connector.webhook." + name
                            + ".secret-file names a secret of less than " + SHORTEST_SECRET + " bytes.");
                }
                secrets.put(name, secret);
            } catch (IOException fault) {
                throw new IllegalStateException(
                        "The file of the property entente.connector.webhook." + name + ".secret-file cannot be read.",
                        fault);
            }
        });
        return Map.copyOf(secrets);
    }
}
