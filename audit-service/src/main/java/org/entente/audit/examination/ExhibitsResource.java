package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.log.PublishedLog;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is handed to the examiner, to read only; that it was read is on record before it is shown. */
@Path("/audit/examinations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examinations")
@APIResponse(responseCode = "404", description = "There is none, or none for this caller (now)")
class ExhibitsResource {

    private static final int PAGE = 100;
    private static final String COLUMNS = "e.index, e.type, e.event, e.salt, e.entry";
    private static final String ENTRIES = "select e.index as position, " + COLUMNS
            + " from log_entry e join examination x on x.id = $1 where x.end_index is not null"
            + " and e.index >= greatest(x.first_index, $2) and e.index < x.end_index order by e.index limit $3";
    private static final String ITEMS = "select i.position::bigint as position, " + COLUMNS
            + " from examination_item i join log_entry e on e.index = i.index"
            + " where i.examination = $1 and i.position >= $2 order by i.position limit $3";
    private static final String ANSWERS = "select a.index as position, " + COLUMNS
            + " from examination_answer a join log_entry e on e.index = a.index"
            + " where a.examination = $1 and a.index >= $2 order by a.index limit $3";

    private final Examinations examinations;
    private final PublishedLog log;
    private final Looks looks;
    private final Caller caller;

    ExhibitsResource(Examinations examinations, PublishedLog log, Looks looks, Caller caller) {
        this.examinations = examinations;
        this.log = log;
        this.looks = looks;
        this.caller = caller;
    }

    /** Exhibits in order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Exhibit> exhibits, @Nullable String next) {}

    /**
     * An entry of the log, which verifies like a receipt.
     *
     * @param position in the list
     * @param event absent, like the salt, when its content was erased, or the entry is public
     * @param proof C2SP tlog-proof; absent in the list of all entries, which verify by tiles
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exhibit(
            long position,
            String type,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable String event,

            @Nullable String salt,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            String entry,

            long index,
            @Nullable String proof) {

        private static Exhibit of(Row row, @Nullable String proof) {
            return new Exhibit(
                    row.getLong("position"),
                    row.getString("type"),
                    row.getString("event"),
                    row.getString("salt"),
                    row.getString("entry"),
                    row.getLong("index"),
                    proof);
        }
    }

    @GET
    @Path("{id}/entries")
    @Operation(summary = "All entries that are examined, page by page; they verify by the tiles of the log")
    public Uni<Page> entries(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor) {
        return page(new Asked(id, "entries", ENTRIES, position(cursor)), false);
    }

    @GET
    @Path("{id}/items")
    @Operation(summary = "What the draw came by, in its order, with proofs: the sample is what of it is a decision")
    public Uni<Page> items(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor) {
        return page(new Asked(id, "items", ITEMS, position(cursor)), true);
    }

    @GET
    @Path("{id}/answers")
    @Operation(
            summary =
                    "What access-service told of the sample, with proofs: decisions taken again, and the policy of each epoch")
    public Uni<Page> answers(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor) {
        return page(new Asked(id, "answers", ANSWERS, position(cursor)), true);
    }

    /** What is asked for. */
    private record Asked(UUID id, String what, String statement, long after) {
        Map<String, String> query() {
            return Map.of("examination", id.toString(), "list", what, "cursor", Long.toString(after));
        }
    }

    private Uni<Page> page(Asked asked, boolean proven) {
        return looks.recorded(
                Looker.of(caller),
                transaction -> examinations
                        .read(transaction, asked.id(), caller)
                        .chain(() -> rows(transaction, asked))
                        .chain(rows -> exhibits(rows.stream().limit(PAGE).toList(), proven)
                                .map(exhibits -> new Page(
                                        exhibits,
                                        rows.size() > PAGE
                                                ? Long.toString(rows.get(PAGE).getLong("position"))
                                                : null))),
                page -> Look.at("examination", asked.query(), page.exhibits().size()));
    }

    private static Uni<List<Row>> rows(SqlClient transaction, Asked asked) {
        return transaction
                .preparedQuery(asked.statement())
                .execute(Tuple.of(asked.id(), asked.after(), PAGE + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    private Uni<List<Exhibit>> exhibits(List<Row> rows, boolean proven) {
        if (!proven) {
            return Uni.createFrom()
                    .item(rows.stream().map(row -> Exhibit.of(row, null)).toList());
        }
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> log.prove(row.getLong("index")).map(proof -> Exhibit.of(row, proof.toString())))
                .collect()
                .asList();
    }

    private static long position(@Nullable String cursor) {
        String text = Objects.requireNonNullElse(cursor, "0");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("cursor", "is not a cursor of this list");
        }
        return Long.parseLong(text);
    }
}
