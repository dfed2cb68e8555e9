package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happened, and what was done about it, in the order of time: the evidence with its receipts, and the acts of the case. */
@Path("/audit/investigations/{id}/timeline")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
class TimelineResource {

    private static final int PAGE = 100;
    private static final String LINES =
            "select * from (select at, 'e' || lpad(index::text, 19, '0') as key, index, event, salt,"
                    + " entry, proof, null as name, null as move, null as detail from evidence where investigation = $1"
                    + " union all select at, 'v' || lpad(version::text, 19, '0'), null, null, null, null, null, name, move, detail"
                    + " from investigation_act where investigation = $1) lines"
                    + " where (at, key) > ($2, $3) order by at, key limit $4";

    private final CaseTables cases;
    private final Looks looks;
    private final Caller caller;

    TimelineResource(CaseTables cases, Looks looks, Caller caller) {
        this.cases = cases;
        this.looks = looks;
        this.caller = caller;
    }

    /** Lines, oldest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Timeline(List<Line> lines, @Nullable String next) {}

    /** An entry of the log, or an act of the case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Instant at, @Nullable Exhibit entry, @Nullable Deed act) {}

    /** A frozen entry: a receipt, to be verified as any; without event and salt once these were erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exhibit(
            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable String event,

            @Nullable String salt,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            String entry,

            long index,
            String proof) {}

    /** Who did what about the case. */
    public record Deed(
            String by,
            String move,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            String detail) {}

    @GET
    @Operation(summary = "The timeline of a case, oldest first, page by page")
    @APIResponse(responseCode = "404", description = "There is no such case, or none for this caller")
    public Uni<Timeline> timeline(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor) {
        Mover mover = Movers.requireReader(caller);
        Position after = Position.of(cursor);
        return looks.recorded(
                Looker.of(caller),
                transaction -> cases.read(transaction, id)
                        .invoke(about -> InvestigationsResource.requireTheirs(about, mover))
                        .chain(() -> page(transaction, id, after)),
                timeline -> Look.at(
                        "timeline",
                        Map.of("investigation", id.toString()),
                        timeline.lines().size()));
    }

    private static Uni<Timeline> page(SqlClient transaction, UUID id, Position after) {
        return transaction
                .preparedQuery(LINES)
                .execute(Tuple.of(id, after.at(), after.key(), PAGE + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> new Timeline(
                        rows.stream().limit(PAGE).map(TimelineResource::line).toList(),
                        rows.size() > PAGE ? Position.of(rows.get(PAGE - 1)).text() : null));
    }

    private static Line line(Row row) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        if (row.getString("move") != null) {
            return new Line(at, null, new Deed(row.getString("name"), row.getString("move"), row.getString("detail")));
        }
        return new Line(
                at,
                new Exhibit(
                        row.getString("event"),
                        row.getString("salt"),
                        row.getString("entry"),
                        row.getLong("index"),
                        row.getString("proof")),
                null);
    }

    /** Where a page ends. */
    private record Position(OffsetDateTime at, String key) {

        static Position of(@Nullable String cursor) {
            if (cursor == null) {
                return new Position(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "");
            }
            if (!cursor.matches("-?[0-9]{1,18}~[ev][0-9]{19}")) {
                throw Problem.badRequest("cursor", "is not a cursor of this list");
            }
            String[] parts = cursor.split("~");
            long micros = Long.parseLong(parts[0]);
            Instant at =
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
            return new Position(at.atOffset(ZoneOffset.UTC), parts[1]);
        }

        static Position of(Row row) {
            return new Position(row.getOffsetDateTime("at"), row.getString("key"));
        }

        String text() {
            Instant instant = at.toInstant();
            return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000 + "~" + key;
        }
    }
}
