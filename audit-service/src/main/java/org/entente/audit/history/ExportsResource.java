package org.entente.audit.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.history.HistoryQuery.Order;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.audit.record.Sight;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Histories to take away: streamed, and signed when they are whole. */
@Path("/audit/history")
@Authenticated
@Tag(name = "History")
class ExportsResource {

    private static final String LINES = "text/plain;charset=UTF-8";
    private static final String BODY =
            "Lines, oldest first. `Entente-Export` names the export: when the last byte has come,"
                    + " `GET /audit/history/exports/{id}` has its manifest, signed; if there is none, the body is not whole.";

    private static final String MANIFEST =
            "select manifest, jws from history_export where id = $1 and ($2::text is null or subject = $2)";

    private final Exports exports;
    private final Signing signing;
    private final Looks looks;
    private final Caller caller;

    ExportsResource(Exports exports, Signing signing, Looks looks, Caller caller) {
        this.exports = exports;
        this.signing = signing;
        this.looks = looks;
        this.caller = caller;
    }

    @POST
    @Path("exports/csv")
    @Produces("text/csv")
    @Operation(
            summary = "Exports a history as CSV (RFC 4180)",
            description =
                    "The filters are those of the list. A cell that a spreadsheet would take for a formula begins with"
                            + " an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = BODY,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<Buffer> csv(
            @BeanParam HistoryParameters parameters,
            @RestQuery @Parameter(description = "`next` of the export before") @Nullable String cursor) {
        return export(parameters, ExportFormat.CSV, cursor);
    }

    @POST
    @Path("exports/json-lines")
    // No type is registered for JSON Lines, and streams of one with "json" in its name are sent as an array.
    @Produces(LINES)
    @Operation(summary = "Exports a history as JSON Lines, events included")
    @APIResponse(
            responseCode = "200",
            description = BODY,
            content = @Content(mediaType = LINES, schema = @Schema(implementation = HistoryItem.class)))
    public RestMulti<Buffer> jsonLines(
            @BeanParam HistoryParameters parameters,
            @RestQuery @Parameter(description = "`next` of the export before") @Nullable String cursor) {
        return export(parameters, ExportFormat.JSON_LINES, cursor);
    }

    @GET
    @Path("exports/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The signed manifest of an export, for who made it and for home auditors")
    @APIResponse(responseCode = "404", description = "There is none, not yet, or none for this caller")
    public Uni<SignedExport> manifest(@RestPath UUID id) {
        boolean isAuditor = Sight.of(caller) instanceof Sight.Everything;
        Tuple asked = Tuple.of(id, isAuditor ? null : caller.subject());
        return looks.recorded(
                Looker.of(caller),
                database -> database.preparedQuery(MANIFEST).execute(asked).map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    var row = rows.iterator().next();
                    return new SignedExport(row.getString("manifest"), row.getString("jws"));
                }),
                found -> Look.at("export-manifest", Map.of("export", id.toString()), 1));
    }

    @GET
    @Path("keys")
    @PermitAll
    @Produces("application/jwk-set+json")
    @Operation(
            summary = "The public keys that exports are signed with, as a JWK set",
            description = "They are the keys of the log, that in charge first.")
    public Uni<ObjectNode> keys() {
        return signing.keys();
    }

    private RestMulti<Buffer> export(HistoryParameters parameters, ExportFormat format, @Nullable String cursor) {
        HistoryQuery query = parameters.query(HistorySight.of(caller));
        if (query.order() != Order.OLDEST) {
            throw Problem.badRequest("order", "is oldest in an export");
        }
        if (cursor != null && !cursor.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("cursor", "is not the end of an export");
        }
        long after = cursor == null ? Order.OLDEST.start() : Long.parseLong(cursor);
        Export.Order order = new Export.Order(query, parameters.stated(), format, after, Looker.of(caller));
        return RestMulti.fromUniResponse(exports.begin(order), exports::all, ExportsResource::headers);
    }

    private static Map<String, List<String>> headers(Export export) {
        String suffix = export.order().format() == ExportFormat.CSV ? ".csv" : ".jsonl";
        return Map.of(
                HttpHeaders.CACHE_CONTROL,
                List.of("no-store"),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename=\"history-" + export.id() + suffix + "\""),
                HttpHeaders.CONTENT_LOCATION,
                List.of("/audit/history/exports/" + export.id()),
                "Entente-Export",
                List.of(export.id().toString()));
    }
}
