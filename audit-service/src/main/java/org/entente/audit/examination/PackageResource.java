package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.log.LogIdentity;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What there is for the examiner, in one view: what was drawn from what, and what came of taking it again. */
@Path("/audit/examinations/{id}/package")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examinations")
class PackageResource {

    private static final String ALGORITHM = "entente-draw/1";
    private static final String SAMPLE = "select i.position, i.index, i.decision, r.index as replay, r.epoch, r.same"
            + " from examination_item i left join lateral (select index, epoch, same from examination_answer a"
            + " where a.examination = i.examination and a.kind = 'replay' and a.subject = i.decision"
            + " order by index desc limit 1) r on true"
            + " where i.examination = $1 and i.decision is not null order by i.position";
    private static final String POLICIES = "select distinct on (epoch) epoch, index from examination_answer"
            + " where examination = $1 and kind = 'policy' order by epoch, index";

    private final Examinations examinations;
    private final LogIdentity identity;
    private final Looks looks;
    private final Caller caller;

    PackageResource(Examinations examinations, LogIdentity identity, Looks looks, Caller caller) {
        this.examinations = examinations;
        this.identity = identity;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * What there is.
     *
     * @param algorithm of the draw, as docs/examinations.md has it
     * @param key of the log
     * @param sample the decisions that were drawn
     * @param policies where in the log it stands what the policy of each epoch was
     */
    public record Package(
            Examination examination, String algorithm, String key, List<Drawn> sample, List<Policy> policies) {}

    /**
     * A decision that was drawn.
     *
     * @param replay index of the entry that says what came of taking it again; absent until it was
     * @param same whether it came out the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drawn(
            int position,
            long index,
            String decision,
            @Nullable Long replay,
            @Nullable Long epoch,
            @Nullable Boolean same) {}

    /** The entry that states the policy of an epoch. */
    public record Policy(long epoch, long index) {}

    @GET
    @Operation(summary = "What is examined, what was drawn from it, and what came of taking it again")
    @APIResponse(responseCode = "404", description = "There is none, or none for this caller (now)")
    public Uni<Package> get(@RestPath UUID id) {
        return looks.recorded(
                Looker.of(caller),
                transaction -> examinations.read(transaction, id, caller).chain(found -> rows(
                                transaction, SAMPLE, id, PackageResource::drawn)
                        .chain(sample -> rows(
                                        transaction,
                                        POLICIES,
                                        id,
                                        row -> new Policy(row.getLong("epoch"), row.getLong("index")))
                                .map(policies -> new Package(
                                        found, ALGORITHM, identity.key().toString(), sample, policies)))),
                found -> Look.at(
                        "examination",
                        Map.of("examination", id.toString(), "list", "package"),
                        found.sample().size()));
    }

    private static <T> Uni<List<T>> rows(SqlClient transaction, String query, UUID id, Function<Row, T> reader) {
        return transaction.preparedQuery(query).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(reader)
                .toList());
    }

    private static Drawn drawn(Row row) {
        return new Drawn(
                row.getInteger("position"),
                row.getLong("index"),
                row.getString("decision"),
                row.getLong("replay"),
                row.getLong("epoch"),
                row.getBoolean("same"));
    }
}
