package org.entente.audit.anomaly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Anomalies, for home auditors; to everyone of a partner it is as if there were no such thing. */
@Path("/audit/anomalies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Anomalies", description = "Accesses that were unlike what is usual")
class AnomaliesResource {

    private static final int PAGE = 100;
    private static final String LINES = "select * from anomaly where ($1::text is null or partner = $1)"
            + " and ($2::text is null or kind = $2) and (detected, id) < ($3, $4) order by detected desc, id desc limit $5";
    private static final UUID LAST = new UUID(-1, -1);

    private final Looks looks;
    private final Caller caller;

    AnomaliesResource(Looks looks, Caller caller) {
        this.looks = looks;
        this.caller = caller;
    }

    /** Anomalies, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Line> anomalies, @Nullable String next) {}

    /**
     * An anomaly.
     *
     * @param scope {@code person}, {@code unit} or {@code partner}: whose habits it is unlike
     * @param score how many times what was still usual; of {@code unusual-whole} the score of the forest
     * @param because what was unusual
     * @param entries indexes of the accesses in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            Instant detected,
            String scope,
            String subject,
            @Nullable String partner,
            String kind,
            double score,

            @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = String.class)
            String because,

            List<Long> entries,
            UUID investigation,
            boolean exercise) {}

    @GET
    @Operation(summary = "Anomalies, newest first, 100 on a page (home auditor)")
    public Uni<Page> list(
            @RestQuery @Parameter(description = "Only about this partner", example = "XBB") @Nullable String partner,
            @RestQuery @Parameter(description = "Only of this kind", example = "volume") @Nullable String kind,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor) {
        if (!caller.isHome()) {
            throw Problem.notFound();
        }
        caller.requireHome(Role.AUDITOR);
        if (kind != null && Kind.of(kind).isEmpty()) {
            throw Problem.badRequest(
                    "kind",
                    "is none of "
                            + Arrays.stream(Kind.values()).map(Kind::wireName).toList());
        }
        Tuple values = Tuple.tuple().addString(partner).addString(kind);
        after(cursor, values);
        values.addInteger(PAGE + 1);
        return looks.recorded(
                Looker.of(caller),
                transaction -> transaction
                        .preparedQuery(LINES)
                        .execute(values)
                        .map(rows -> page(StreamSupport.stream(rows.spliterator(), false)
                                .map(AnomaliesResource::line)
                                .toList())),
                page -> Look.at(
                        "anomalies", stated(partner, kind), page.anomalies().size()));
    }

    private static Page page(List<Line> lines) {
        if (lines.size() <= PAGE) {
            return new Page(lines, null);
        }
        Line last = lines.get(PAGE - 1);
        return new Page(lines.subList(0, PAGE), last.detected() + "~" + last.id());
    }

    private static Map<String, String> stated(@Nullable String partner, @Nullable String kind) {
        Map<String, String> stated = new HashMap<>();
        if (partner != null) {
            stated.put("partner", partner);
        }
        if (kind != null) {
            stated.put("kind", kind);
        }
        return stated;
    }

    private static void after(@Nullable String cursor, Tuple values) {
        try {
            String[] parts =
                    cursor == null ? new String[] {"9999-12-31T00:00:00Z", LAST.toString()} : cursor.split("~", 2);
            values.addOffsetDateTime(Instant.parse(parts[0]).atOffset(ZoneOffset.UTC));
            values.addUUID(UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.badRequest("cursor", "is not a cursor of this list");
        }
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID("id"),
                row.getOffsetDateTime("detected").toInstant(),
                row.getString("scope"),
                row.getString("subject"),
                row.getString("partner"),
                row.getString("kind"),
                row.getDouble("score"),
                row.getString("because"),
                List.of(row.getArrayOfLongs("entries")),
                row.getUUID("investigation"),
                row.getBoolean("exercise"));
    }
}
